// node bench/run.mjs NAME [ARGUMENTS]: bundles bench/NAME.ts to dist/bench and runs it.
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [name, ...rest] = process.argv.slice(2);
const outfile = join(root, 'dist', 'bench', `${name}.js`);

await build({
  absWorkingDir: root,
  entryPoints: { [name]: `bench/${name}.ts` },
  outdir: dirname(outfile),
  bundle: true,
  splitting: true,
  chunkNames: `chunks/${name}-[hash]`,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  sourcemap: 'linked',
  logLevel: 'warning',
});
process.argv = [process.argv[0], outfile, ...rest];
await import(pathToFileURL(outfile).href);
