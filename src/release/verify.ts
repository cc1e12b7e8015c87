import type { Text } from '../../schemas/tables.ts';
import type { TableFormat } from '../dataset/parquet/table-format.ts';
import { sha256Hex } from '../hash.ts';
import { ReleaseError } from './failure.ts';
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
  readonly reason_zh: string;
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

const because = ({ zh, en }: Text): Pick<Problem, 'reason' | 'reason_zh'> => ({ reason: en, reason_zh: zh });

const decoded = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

/** The other file with the same rows. */
function twinOf({ path, table }: Listed): string | null {
  // What is made for Excel is listed without a table: it is not compared row by row.
  if (table === undefined) return null;
  const year = /year=(\d+)|-(\d{4})\.csv/.exec(path);
  const of = year ? Number(year[1] ?? year[2]) : null;
  return path.startsWith('parquet/') ? csvPath(table, of) : parquetPath(table, of);
}

async function damagedRow(
  files: ReleaseFiles,
  format: TableFormat,
  file: Listed,
  bytes: Uint8Array,
  listed: ReadonlyMap<string, Listed>,
): Promise<{ readonly row?: RowDifference; readonly note?: Text }> {
  const path = twinOf(file);
  const other = path === null ? null : await files.read(path);
  if (!file.table || path === null || other === null || sha256Hex(other) !== listed.get(path)?.sha256) return {};
  const [parquet, csv] = file.path.startsWith('parquet/') ? [bytes, other] : [other, bytes];
  try {
    const row = await firstDifference(format, file.table, parquet, csv);
    return row ? { row } : { note: { zh: '各行数据完好', en: 'its rows are unharmed' } };
  } catch (error) {
    const told = error instanceof Error ? error.message : String(error);
    return { note: { zh: `已无法读取：${told}`, en: `it cannot be read any more: ${told}` } };
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
  if (bytes === null)
    return { path, kind: 'missing', ...because({ zh: '清单中有，文件夹中没有', en: 'the manifest lists it, it is not there' }) };
  const sha256 = sha256Hex(bytes);
  if (bytes.length === file.bytes && sha256 === file.sha256) return await miscounted(format, file, bytes);
  const { row, note } = await damagedRow(files, format, file, bytes, listed);
  const kind = bytes.length === file.bytes ? 'checksum' : 'size';
  const what =
    kind === 'size'
      ? { zh: `${bytes.length} 字节，应为 ${file.bytes}`, en: `${bytes.length} bytes instead of ${file.bytes}` }
      : { zh: `SHA-256 为 ${sha256}，应为 ${file.sha256}`, en: `SHA-256 ${sha256} instead of ${file.sha256}` };
  const reason = note ? { zh: `${what.zh}；${note.zh}`, en: `${what.en}; ${note.en}` } : what;
  return { path, kind, ...because(reason), ...(row && { row }) };
}

async function miscounted(format: TableFormat, { path, table, rows }: Listed, bytes: Uint8Array): Promise<Problem | null> {
  if (table === undefined || rows === undefined || !path.endsWith('.parquet')) return null;
  let found = 0;
  for await (const part of format.decode(table, bytes)) found += part.length;
  if (found === rows) return null;
  return { path, kind: 'rows', ...because({ zh: `${found} 行，应为 ${rows}`, en: `${found} rows instead of ${rows}` }) };
}

/** Compare manifest and SHA256SUMS; null for the manifest when it cannot be relied on at all. */
async function readSeal(files: ReleaseFiles): Promise<{ readonly manifest: Manifest | null; readonly problems: readonly Problem[] }> {
  const [bytes, sums] = [await files.read(manifestPath), await files.read(sumsPath)];
  const missing = (path: string): Problem => ({
    path,
    kind: 'missing',
    ...because({ zh: '每次发布都有它', en: 'every release has it' }),
  });
  const wrong = (path: string, reason: Text): Problem => ({ path, kind: 'manifest', ...because(reason) });
  const absent = [...(bytes ? [] : [missing(manifestPath)]), ...(sums ? [] : [missing(sumsPath)])];
  if (bytes === null) return { manifest: null, problems: absent };
  try {
    const manifest = parseManifest(bytes);
    if (sums === null || decoded(sums) === sumsText(manifest, bytes)) return { manifest, problems: absent };
    const says = decoded(sums).match(/^([0-9a-f]{64}) {2}manifest\.json$/m)?.[1];
    const changed = says !== undefined && says !== sha256Hex(bytes) ? manifestPath : sumsPath;
    const differ = { zh: 'manifest.json 与 SHA256SUMS 不一致', en: 'manifest.json and SHA256SUMS do not say the same' };
    return { manifest, problems: [wrong(changed, differ)] };
  } catch (error) {
    const told = error instanceof ReleaseError ? (error.values.reason ?? error.code) : String(error);
    return { manifest: null, problems: [wrong(manifestPath, { zh: `无法理解：${told}`, en: `it makes no sense: ${told}` })] };
  }
}

async function extras(files: ReleaseFiles, listed: ReadonlyMap<string, Listed>): Promise<Problem[]> {
  const problems: Problem[] = [];
  for await (const path of files.list()) {
    if (listed.has(path) || path === manifestPath || path === sumsPath || path.startsWith(conveniences)) continue;
    problems.push({ path, kind: 'extra', ...because({ zh: '清单中没有', en: 'the manifest does not list it' }) });
  }
  return problems;
}

/** Re-check every file of a release. The conveniences in `db/` are not covered. One file is held at a time, with its twin if damaged. */
export async function verifyRelease(files: ReleaseFiles, format: TableFormat): Promise<Verification> {
  const { manifest, problems: ofSeal } = await readSeal(files);
  if (manifest === null) return { version: null, files: 0, bytes: 0, problems: ofSeal };
  const listed = new Map(manifest.files.map((file) => [file.path, file]));
  const problems = [...ofSeal];
  for (const file of manifest.files) {
    const problem = await problemOf(files, format, file, listed);
    if (problem) problems.push(problem);
  }
  problems.push(...(await extras(files, listed)));
  const bytes = manifest.files.reduce((sum, file) => sum + file.bytes, 0);
  return { version: manifest.version, files: manifest.files.length, bytes, problems };
}
