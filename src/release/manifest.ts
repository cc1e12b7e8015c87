import { $ZodError } from 'zod/v4/core';
import { parquetTableNames } from '../../schemas/tables.ts';
import * as z from '../../schemas/zod.ts';
import { sha256Hex } from '../hash.ts';
import { byUtf8 } from '../key-order.ts';
import { ReleaseError } from './failure.ts';
import type { ReleaseFiles } from './files.ts';

/** The file that lists all others. */
export const manifestPath = 'manifest.json';
/** The checksums of all files and of the manifest. */
export const sumsPath = 'SHA256SUMS';
/** The folder of conveniences, which no promise covers. */
export const conveniences = 'db/';

/** `vYYYY.M.patch` (contract 6). */
export const versionPattern = /^v\d{4}\.([1-9]|1[0-2])\.(0|[1-9]\d*)$/;

const fileSchema = z.strictObject({
  path: z.string(),
  bytes: z.int().check(z.minimum(1)),
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  table: z.optional(z.enum(parquetTableNames)),
  rows: z.optional(z.int().check(z.minimum(0))),
  schema: z.optional(z.string()),
});

const manifestSchema = z.strictObject({
  version: z.string().check(z.regex(versionPattern)),
  /** The release before it, which its changes are counted from. */
  previous: z.nullable(z.string().check(z.regex(versionPattern))),
  schema_version: z.string(),
  created: z.string(),
  years: z.strictObject({ first: z.int(), last: z.int() }),
  files: z.array(fileSchema),
});

/** `manifest.json`: what a release is and every file in it but itself and SHA256SUMS. */
export type Manifest = z.infer<typeof manifestSchema>;

/** The manifest as it is written: one line a file, files in order of their path. */
export function manifestText({ files, ...head }: Manifest): string {
  const lines = files.toSorted((left, right) => byUtf8(left.path, right.path)).map((file) => `    ${JSON.stringify(file)}`);
  return `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "files": [\n${lines.join(',\n')}\n  ]\n}\n`;
}

/** SHA256SUMS as `sha256sum -c` reads it: all files and the manifest. */
export function sumsText({ files }: Manifest, manifest: Uint8Array): string {
  const all = [...files, { path: manifestPath, sha256: sha256Hex(manifest) }];
  return all
    .sort((left, right) => byUtf8(left.path, right.path))
    .map(({ path, sha256 }) => `${sha256}  ${path}\n`)
    .join('');
}

/** Read a manifest's bytes. Throws `release_damaged` with what is wrong in it. */
export function parseManifest(bytes: Uint8Array): Manifest {
  try {
    return manifestSchema.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  } catch (error) {
    const reason = error instanceof $ZodError ? z.prettifyError(error) : error instanceof Error ? error.message : String(error);
    throw new ReleaseError('release_damaged', { path: manifestPath, reason });
  }
}

/** The manifest of a release. Throws `not_a_release` where there is none. */
export async function readManifest(files: ReleaseFiles): Promise<Manifest> {
  const bytes = await files.read(manifestPath);
  if (bytes === null) throw new ReleaseError('not_a_release', { path: manifestPath });
  return parseManifest(bytes);
}
