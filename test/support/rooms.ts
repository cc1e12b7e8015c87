import { posix } from 'node:path';
import type { Import, Reach } from './imports.ts';

/** What a room may reach: packages by name, modules by path prefix. */
interface Room {
  readonly modules: readonly string[];
  readonly packages: readonly RegExp[];
  readonly pure?: true;
  /** Only types may be taken: nothing of them is left at run time. */
  readonly types?: true;
}

const zod = /^zod$/;
/** What every start loads takes zod's small build, by way of `schemas/zod.ts`. */
const smallZod = /^zod\/(mini|locales)$/;
const zodCore = /^zod\/v4\/core$/;
const anyNode = /^node:/;
const awsSdk = /^@aws-sdk\//;
const parsing = /^(htmlparser2|domutils|domhandler|fflate|saxes|unpdf(\/pdfjs)?|@lokalise\/xlsx|opencc-js(\/.+)?|pinyin-pro)$/;
const parquet = /^(hyparquet|hyparquet-writer(\/src\/snappy\.js)?)$/;
const cdk = /^(aws-cdk-lib(\/.+)?|constructs|cdk-nag)$/;

/** The table of docs/architecture: which room may import what. A module belongs to the longest prefix of its path. */
export const rooms: { readonly [prefix: string]: Room } = {
  'schemas/': { modules: ['schemas/'], packages: [zodCore] },
  'schemas/zod.ts': { modules: [], packages: [smallZod] },
  'src/': { modules: ['src/', 'schemas/'], packages: [zodCore, parsing, parquet, /^node:(buffer|crypto|zlib)$/], pure: true },
  'lambdas/': { modules: ['lambdas/', 'src/', 'schemas/'], packages: [anyNode, /^@aws-lambda-powertools\//, /^aws-lambda$/] },
  'lambdas/adapters/': {
    modules: ['lambdas/', 'src/', 'schemas/'],
    packages: [anyNode, /^@aws-lambda-powertools\//, /^aws-lambda$/, awsSdk],
  },
  'lib/': { modules: ['lib/', 'src/derive/', 'src/keys.ts', 'schemas/'], packages: [zod, /^node:path$/, cdk] },
  'bin/': {
    modules: ['bin/', 'src/', 'schemas/'],
    packages: [zod, anyNode, /^commander$/, /^@duckdb\/node-api$/, /^get-east-asian-width$/],
  },
  'bin/app.ts': { modules: ['lib/', 'bin/'], packages: [anyNode, cdk] },
  'bin/derive.mjs': { modules: ['bin/', 'src/derive/'], packages: [anyNode, /^esbuild$/] },
  'bin/bundle.mjs': { modules: ['bin/'], packages: [anyNode, /^esbuild$/] },
  'site/': { modules: ['site/'], packages: [/^@observablehq\/plot$/, /^fflate$/] },
  'site/published.ts': { modules: ['schemas/explorer', 'schemas/report.ts', 'schemas/tables.ts'], packages: [], types: true },
};

const roomOf = (path: string) =>
  Object.entries(rooms)
    .filter(([prefix]) => path.startsWith(prefix))
    .sort(([a], [b]) => b.length - a.length)
    .at(0)?.[1];

function refusedImport(path: string, room: Room, { specifier, how }: Import): string | null {
  if (!specifier.startsWith('.')) return room.packages.some((name) => name.test(specifier)) ? null : `${path} imports ${specifier}`;
  const target = posix.join(posix.dirname(path), specifier);
  if (room.modules.some((prefix) => target.startsWith(prefix)) && (!room.types || how === 'type')) return null;
  // The one lazy way out: a command asks Athena only when somebody types `--engine athena`, and a deployment is tried by hand.
  if ((path.startsWith('bin/commands/') || path === 'bin/smoke.ts') && target.startsWith('lambdas/adapters/') && how !== 'static')
    return null;
  return `${path} imports ${target}`;
}

/** Everything a module reaches that its room may not, one sentence each; empty where all is in order. */
export function refusals(path: string, { imports, globals }: Reach): string[] {
  const room = roomOf(path);
  if (!room) return [`${path} is in no room`];
  return [
    ...imports.flatMap((one) => refusedImport(path, room, one) ?? []),
    ...(room.pure ? globals.map((name) => `${path} uses ${name}`) : []),
  ];
}
