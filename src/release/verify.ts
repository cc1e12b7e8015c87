import type { TableFormat } from '../dataset/table-format.ts';
import { sha256Hex } from '../hash.ts';
import type { ReleaseFiles } from './files.ts';
import { firstDifference, type RowDifference } from './first-difference.ts';
import { csvPath, parquetPath } from './inventory.ts';
import { conveniences, type Manifest, manifestPath, parseManifest, sumsPath, sumsText } from './manifest.ts';

/** Something in a release that is not as it was published. */
export interface Problem {
  readonly path: string;
  /** `manifest`: manifest and SHA256SUMS do not agree, `reason` says how. `rows`: the manifest promises another number. */
  readonly kind: 'missing' | 'extra' | 'size' | 'checksum' | 'rows' | 'manifest';
  readonly reason: string;
  /** The first row that is damaged, where the same table in the other format is whole. */
  readonly row?: RowDifference;
}

/** What was checked, and what is wrong. */
export interface Verification {
  readonly version: string | null;
  readonly files: number;
  readonly bytes: number;
  readonly problems: readonly Problem[];
}

type Listed = Manifest['files'][number];

const decoded = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

/** The other file with the same rows. */
function twinOf({ path, table }: Listed): string | null {
  if (table === undefined || path.startsWith('excel/')) return null;
  const year = /year=(\d+)|-(\d{4})\.csv/.exec(path);
  const of = year ? Number(year[1] ?? year[2]) : null;
  return path.startsWith('parquet/') ? csvPath(table, of) : parquetPath(table, of);
}

async function damagedRow(files: ReleaseFiles, format: TableFormat, file: Listed, bytes: Uint8Array, listed: ReadonlyMap<string, Listed>) {
  const path = twinOf(file);
  const other = path === null ? null : await files.read(path);
  if (!file.table || path === null || other === null || sha256Hex(other) !== listed.get(path)?.sha256) return {};
  const [parquet, csv] = file.path.startsWith('parquet/') ? [bytes, other] : [other, bytes];
  try {
    const row = await firstDifference(format, file.table, parquet, csv);
    return row ? { row } : { note: 'its rows are unharmed' };
  } catch (error) {
    return { note: `it cannot be read any more: ${error instanceof Error ? error.message : error}` };
  }
}

async function problemOf(
  files: ReleaseFiles,
  format: TableFormat,
  file: Listed,
  listed: ReadonlyMap<string, Listed>,
): Promise<Problem | null> {
  const { path } = file;
  const bytes = await files.read(path);
  if (bytes === null) return { path, kind: 'missing', reason: 'the manifest lists it, it is not there' };
  const sha256 = sha256Hex(bytes);
  if (bytes.length === file.bytes && sha256 === file.sha256) return await miscounted(format, file, bytes);
  const { row, note } = { row: undefined, note: '', ...(await damagedRow(files, format, file, bytes, listed)) };
  const kind = bytes.length === file.bytes ? 'checksum' : 'size';
  const what = kind === 'size' ? `${bytes.length} bytes instead of ${file.bytes}` : `SHA-256 ${sha256} instead of ${file.sha256}`;
  return { path, kind, reason: note ? `${what}; ${note}` : what, ...(row && { row }) };
}

async function miscounted(format: TableFormat, { path, table, rows }: Listed, bytes: Uint8Array): Promise<Problem | null> {
  if (table === undefined || rows === undefined || !path.endsWith('.parquet')) return null;
  let found = 0;
  for await (const part of format.decode(table, bytes)) found += part.length;
  return found === rows ? null : { path, kind: 'rows', reason: `${found} rows instead of ${rows}` };
}

/** Compare manifest and SHA256SUMS; null for the manifest when it cannot be relied on at all. */
async function readSeal(files: ReleaseFiles): Promise<{ readonly manifest: Manifest | null; readonly problems: readonly Problem[] }> {
  const [bytes, sums] = [await files.read(manifestPath), await files.read(sumsPath)];
  const missing = (path: string): Problem => ({ path, kind: 'missing', reason: 'every release has it' });
  const absent = [...(bytes ? [] : [missing(manifestPath)]), ...(sums ? [] : [missing(sumsPath)])];
  if (bytes === null) return { manifest: null, problems: absent };
  try {
    const manifest = parseManifest(bytes);
    if (sums === null || decoded(sums) === sumsText(manifest, bytes)) return { manifest, problems: absent };
    const says = decoded(sums).match(/^([0-9a-f]{64}) {2}manifest\.json$/m)?.[1];
    const changed = says !== undefined && says !== sha256Hex(bytes) ? manifestPath : sumsPath;
    return { manifest, problems: [{ path: changed, kind: 'manifest', reason: 'manifest.json and SHA256SUMS do not say the same' }] };
  } catch (error) {
    return {
      manifest: null,
      problems: [{ path: manifestPath, kind: 'manifest', reason: error instanceof Error ? error.message : String(error) }],
    };
  }
}

async function extras(files: ReleaseFiles, listed: ReadonlyMap<string, Listed>): Promise<Problem[]> {
  const problems: Problem[] = [];
  for await (const path of files.list()) {
    if (listed.has(path) || path === manifestPath || path === sumsPath || path.startsWith(conveniences)) continue;
    problems.push({ path, kind: 'extra', reason: 'the manifest does not list it' });
  }
  return problems;
}

/** Re-check every file of a release. The conveniences in `db/` are not covered. One file is held at a time, with its twin if damaged. */
export async function verifyRelease(
  files: ReleaseFiles,
  format: TableFormat,
  progress: (path: string) => void = () => {},
): Promise<Verification> {
  const { manifest, problems: ofSeal } = await readSeal(files);
  if (manifest === null) return { version: null, files: 0, bytes: 0, problems: ofSeal };
  const listed = new Map(manifest.files.map((file) => [file.path, file]));
  const problems = [...ofSeal];
  for (const file of manifest.files) {
    progress(file.path);
    const problem = await problemOf(files, format, file, listed);
    if (problem) problems.push(problem);
  }
  problems.push(...(await extras(files, listed)));
  const bytes = manifest.files.reduce((sum, file) => sum + file.bytes, 0);
  return { version: manifest.version, files: manifest.files.length, bytes, problems };
}
