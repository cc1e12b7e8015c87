import { readdirSync } from 'node:fs';
import { join, posix } from 'node:path';
import { build, type ImportKind, type Plugin } from 'esbuild';

/** One import of a module, as written: `from 'x'`, `import('x')`, `import type … from 'x'`. */
export interface Import {
  readonly specifier: string;
  /** A dynamic import runs only where it is reached; a type is gone at run time but is knowledge all the same. */
  readonly how: 'static' | 'dynamic' | 'type';
}

/** What a module reaches for beyond its own lines. */
export interface Reach {
  readonly imports: readonly Import[];
  /** Globals of the forbidden list that it uses; a local variable of the same name does not count. */
  readonly globals: readonly string[];
}

/** Globals that know the clock, chance, the machine or the network. */
const impure = [
  'process',
  'Date.now',
  'Math.random',
  'performance',
  'fetch',
  'setTimeout',
  'setInterval',
  'crypto',
  'require',
  'WebSocket',
];
const marked = (name: string) => `__impure_${name.replace('.', '_')}`;
const define = Object.fromEntries(impure.flatMap((name) => [name, `globalThis.${name}`].map((path) => [path, marked(name)])));

const how = (kind: ImportKind): Import['how'] => (kind === 'dynamic-import' ? 'dynamic' : 'static');

/** Imports that a compiler erases; esbuild never sees them. */
function typeImports(source: string): Import[] {
  const erased = /^(?:import|export)\s+type\b[^;'"]*from\s*['"]([^'"]+)['"]/gm;
  return [...source.matchAll(erased)].map(([, specifier = '']) => ({ specifier, how: 'type' }));
}

/** Read a module's imports and its use of impure globals from its syntax, so that comments and texts never count. */
export async function reachOf(source: string): Promise<Reach> {
  const imports = typeImports(source);
  const collect: Plugin = {
    name: 'collect',
    setup({ onResolve }) {
      onResolve({ filter: /.*/ }, ({ path, kind }) => {
        if (kind === 'entry-point') return undefined;
        imports.push({ specifier: path, how: how(kind) });
        return { path, external: true };
      });
    },
  };
  const { outputFiles } = await build({
    stdin: { contents: source, loader: 'ts', sourcefile: 'module.ts' },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    treeShaking: false,
    logLevel: 'silent',
    define,
    plugins: [collect],
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
  });
  const code = outputFiles[0]?.text ?? '';
  const globals = impure.filter((name) => new RegExp(`\\b${marked(name)}\\b`).test(code));
  if (/\bnew Date\(\)/.test(code)) globals.push('new Date()');
  if (/\bimport\((?!["'`])/.test(code)) globals.push('import() of a computed name');
  return { imports, globals };
}

/** Paths of all modules of a room, with `/`, sorted. */
export function modulesOf(root: string, room: string): string[] {
  return readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
    .map((path) => posix.join(room, path.replaceAll('\\', '/')))
    .filter((path) => /\.(ts|mjs|js)$/.test(path) && !path.includes('/vendor/'))
    .sort();
}
