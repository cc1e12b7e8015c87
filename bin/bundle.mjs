// Bundles bin/, site/ and lambdas/ to dist/ with code splitting, so that a command or a function loads only what it uses.
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { leanBundles } from './lean-bundles.mjs';

let root = dirname(fileURLToPath(import.meta.url));
while (!existsSync(join(root, 'package.json'))) root = dirname(root);
const banner = "import { createRequire as gongkaiRequire } from 'node:module'; const require = gongkaiRequire(import.meta.url);";

/** Milliseconds for which chunks of earlier builds stay: a program that runs since then may still load them. */
const grace = 86_400_000;

/** Entry points by the name of their file; a thread needs a file of its own to begin with. */
const entries = {
  gongkai: 'bin/gongkai.ts',
  'ingest-worker': 'bin/local/threads/ingest-worker.ts',
  'parse-worker': 'bin/local/threads/parse-worker.ts',
};

/**
 * Put a new build in place of the old one while programs run from it: chunks first, whose names change with their content,
 * then the entry points that name them, each in one step.
 */
function swapIn(fresh, outdir) {
  const names = readdirSync(fresh);
  const isEntry = (name) => name.replace(/\.js(\.map)?$/, '') in entries;
  mkdirSync(outdir, { recursive: true });
  for (const name of names.sort((a, b) => isEntry(a) - isEntry(b))) renameSync(join(fresh, name), join(outdir, name));
  rmSync(fresh, { recursive: true });
  for (const { name } of readdirSync(outdir, { withFileTypes: true }).filter((entry) => entry.isFile() && !names.includes(entry.name))) {
    const built = statSync(join(outdir, name), { throwIfNoEntry: false })?.mtimeMs ?? Number.POSITIVE_INFINITY;
    if (Date.now() - built > grace) rmSync(join(outdir, name), { force: true });
  }
}

/** Bundle the command line to dist/gongkai.js and its chunks; DuckDB stays outside, it is a native module. */
export async function bundleCli(outdir = join(root, 'dist')) {
  // Beside its place, so that source maps lead to the sources from either.
  const fresh = `${outdir}.${process.pid}`;
  rmSync(fresh, { recursive: true, force: true });
  await build({
    absWorkingDir: root,
    entryPoints: entries,
    outdir: fresh,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    sourcemap: 'linked',
    minify: true,
    external: ['@duckdb/node-api'],
    banner: { js: banner },
    logLevel: 'warning',
  });
  swapIn(fresh, outdir);
}

/** Bundle the explorer to dist/site: pages that load in parts, and the one script of the page that is one file. */
export async function bundleSite(outdir = join(root, 'dist', 'site')) {
  rmSync(outdir, { recursive: true, force: true });
  const common = {
    absWorkingDir: root,
    bundle: true,
    target: 'es2022',
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
  };
  await Promise.all([
    build({
      ...common,
      entryPoints: { app: 'site/main.ts', style: 'site/style.css' },
      outdir,
      splitting: true,
      chunkNames: 'parts/[name]-[hash]',
      format: 'esm',
    }),
    build({ ...common, entryPoints: { 'one-file': 'site/main.ts' }, outdir, format: 'iife' }),
  ]);
}

/** The functions of the stack, each with its entry points; a thread of its own needs one, too. */
const functions = {
  parse: { index: 'lambdas/parse.ts', 'parse-worker': 'lambdas/parse-worker.ts' },
  compact: { index: 'lambdas/compact.ts' },
  release: { index: 'lambdas/release.ts' },
  reconcile: { index: 'lambdas/reconcile.ts' },
  replay: { index: 'lambdas/replay.ts' },
};

/**
 * Bundle each function to a folder of its own: small code first, readers of single formats in chunks that load when such a
 * document comes. Source maps lie beside and are not deployed. Answers esbuild's account of what went in.
 */
export async function bundleLambdas(outdir = join(root, 'dist', 'aws', 'lambdas'), names = Object.keys(functions), plugins = []) {
  rmSync(outdir, { recursive: true, force: true });
  if (names.includes('release')) cpSync(join(root, 'queries'), join(outdir, 'release', 'queries'), { recursive: true });
  if (names.includes('release')) await bundleSite(join(outdir, 'release', 'site'));
  return Promise.all(
    names.map((name) =>
      build({
        absWorkingDir: root,
        entryPoints: functions[name],
        outdir: join(outdir, name),
        bundle: true,
        splitting: true,
        chunkNames: 'chunks/[name]-[hash]',
        outExtension: { '.js': '.mjs' },
        format: 'esm',
        platform: 'node',
        mainFields: ['module', 'main'],
        target: 'node20',
        sourcemap: 'external',
        charset: 'utf8',
        minify: true,
        metafile: true,
        plugins: [...leanBundles, ...plugins],
        banner: { js: banner },
        logLevel: 'warning',
      }),
    ),
  );
}

/** Bundle the try-out of a deployment; the SDK stays in node_modules. Answers the file. */
export async function bundleSmoke(outdir = join(root, 'dist', 'smoke')) {
  await build({
    absWorkingDir: root,
    entryPoints: { smoke: 'bin/smoke.ts' },
    outdir,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    logLevel: 'warning',
  });
  return join(outdir, 'smoke.js');
}

/** Bundle the CDK app, which stays beside its Lambdas; the CDK itself stays in node_modules. */
export async function bundleApp(outdir = join(root, 'dist', 'aws')) {
  await build({
    absWorkingDir: root,
    entryPoints: { app: 'bin/app.ts' },
    outdir,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    packages: 'external',
    sourcemap: 'linked',
    logLevel: 'warning',
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await Promise.all([bundleCli(), bundleSite(), bundleLambdas(), bundleApp()]);
