// Bundles bin/ to dist/ with code splitting, so that a command loads only what it uses.
import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const banner = "import { createRequire as gongkaiRequire } from 'node:module'; const require = gongkaiRequire(import.meta.url);";

/** Bundle the command line to dist/gongkai.js and its chunks; DuckDB stays outside, it is a native module. */
export async function bundleCli(outdir = join(root, 'dist')) {
  rmSync(outdir, { recursive: true, force: true });
  mkdirSync(outdir, { recursive: true });
  await build({
    absWorkingDir: root,
    entryPoints: { gongkai: 'bin/gongkai.ts' },
    outdir,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    sourcemap: 'linked',
    minifySyntax: true,
    external: ['@duckdb/node-api'],
    banner: { js: banner },
    logLevel: 'warning',
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await bundleCli();
