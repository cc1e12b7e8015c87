// `node bench/run.mjs NAME [ARGUMENT…]`: bundle bench/NAME.ts (and its worker, bench/NAME-worker.ts) and run it.
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [name = '', ...rest] = process.argv.slice(2);
const entries = [name, `${name}-worker`].filter((entry) => existsSync(join(root, 'bench', `${entry}.ts`)));
if (entries[0] !== name) {
  const programs = readdirSync(join(root, 'bench'), { encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('-worker.ts'))
    .map((file) => file.slice(0, -'.ts'.length));
  console.error(`usage: node bench/run.mjs NAME [ARGUMENT…]; NAME is one of ${programs.join(', ')}`);
  process.exit(2);
}
const outdir = join(root, 'dist', 'bench');

await build({
  absWorkingDir: root,
  entryPoints: entries.map((entry) => `bench/${entry}.ts`),
  outdir,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  splitting: true,
  chunkNames: `chunks/${name}-[hash]`,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  sourcemap: 'linked',
  external: ['@duckdb/node-api', 'playwright-core'],
  banner: { js: "import { createRequire as benchRequire } from 'node:module'; const require = benchRequire(import.meta.url);" },
  logLevel: 'warning',
});
const outfile = join(outdir, `${name}.mjs`);
process.argv.splice(1, process.argv.length - 1, outfile, ...rest);
await import(pathToFileURL(outfile).href);
