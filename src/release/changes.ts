import type { Row } from '../../schemas/tables.ts';
import type { TableFormat } from '../dataset/parquet/table-format.ts';
import { type Cells, rowOrder } from '../derive/order.ts';
import type { ReleaseFiles } from './files.ts';
import { parquetPath } from './inventory.ts';
import { readManifest } from './manifest.ts';

/** What is known of a report in a release when a change of its cells is explained. */
type Known = Pick<Row<'reports'>, 'winner_reason' | 'parser_version' | 'document_sha256'>;

/** One side of a comparison. */
export interface Side {
  readonly version: string;
  readonly files: ReleaseFiles;
}

async function* cellsOf({ files }: Side, format: TableFormat, year: number): AsyncGenerator<Row<'cells'>> {
  const bytes = await files.read(parquetPath('cells', year));
  if (bytes) for await (const rows of format.decode('cells', bytes)) yield* rows;
}

async function reportsOf({ files }: Side, format: TableFormat, year: number): Promise<ReadonlyMap<string, Known>> {
  const reports = new Map<string, Known>();
  const bytes = await files.read(parquetPath('reports', year));
  if (bytes === null) return reports;
  for await (const rows of format.decode('reports', bytes)) {
    for (const { agency_id, winner_reason, parser_version, document_sha256 } of rows)
      reports.set(agency_id, { winner_reason, parser_version, document_sha256 });
  }
  return reports;
}

/** Two sorted streams side by side: both of a key, or the one there is. */
async function* paired<R extends Cells>(
  left: AsyncGenerator<R>,
  right: AsyncGenerator<R>,
  order: (left: R, right: R) => number,
): AsyncGenerator<readonly [R | null, R | null]> {
  let [one, other] = [await left.next(), await right.next()];
  while (!one.done || !other.done) {
    const at = one.done ? 1 : other.done ? -1 : order(one.value, other.value);
    yield [at <= 0 && !one.done ? one.value : null, at >= 0 && !other.done ? other.value : null];
    if (at <= 0) one = await left.next();
    if (at >= 0) other = await right.next();
  }
}

/** Why a cell changed, from what the two releases know of its report. */
function reasonOf(before: Known | undefined, after: Known | undefined): string {
  if (after === undefined) return 'report no longer published';
  if (before === undefined) return `report newly published: ${after.winner_reason}`;
  if (before.document_sha256 !== after.document_sha256) return `another document: ${after.winner_reason}`;
  if (before.parser_version !== after.parser_version) return `read by parser ${after.parser_version}, before ${before.parser_version}`;
  return 'the same document and parser';
}

/** A changed cell, or null: only a value counts, so a cell that became blank was withdrawn. */
function changeOf(old: Row<'cells'> | null, next: Row<'cells'> | null): Row<'changes'>['change'] | null {
  const [before, after] = [old?.value ?? null, next?.value ?? null];
  if (before === after) return null;
  if (before === null) return 'added';
  return after === null ? 'withdrawn' : 'corrected';
}

/** Years of which any of these lists of files has cells, in order. */
export function yearsOf(...lists: readonly (readonly { readonly path: string }[])[]): readonly number[] {
  const years = lists.flat().flatMap(({ path }) => /^parquet\/(?:cells|reports)\/year=(\d{4})\//.exec(path)?.[1] ?? []);
  return [...new Set(years.map(Number))].sort((left, right) => left - right);
}

/**
 * Every cell whose value was added, corrected or withdrawn from one release to the next, in the order of agency, year and
 * code within a year. Holds the reports of one year and a part of its cells.
 */
export async function* changesBetween(from: Side, to: Side, format: TableFormat, years: readonly number[]): AsyncGenerator<Row<'changes'>> {
  for (const year of years) {
    const [before, after] = [await reportsOf(from, format, year), await reportsOf(to, format, year)];
    const cells = paired(cellsOf(from, format, year), cellsOf(to, format, year), rowOrder('cells'));
    for await (const [old, next] of cells) {
      const change = changeOf(old, next);
      const cell = next ?? old;
      if (change === null || cell === null) continue;
      const { agency_id, table_code, row_code, column_code } = cell;
      yield {
        release_from: from.version,
        release_to: to.version,
        agency_id,
        year,
        table_code,
        row_code,
        column_code,
        change,
        old_value: old?.value ?? null,
        new_value: next?.value ?? null,
        old_sha256: old?.document_sha256 ?? before.get(agency_id)?.document_sha256 ?? null,
        new_sha256: next?.document_sha256 ?? after.get(agency_id)?.document_sha256 ?? null,
        reason: reasonOf(before.get(agency_id), after.get(agency_id)),
      };
    }
  }
}

/** Compare two releases by their own files. Throws `not_a_release` or `release_damaged`. */
export async function* diffReleases(older: ReleaseFiles, newer: ReleaseFiles, format: TableFormat): AsyncGenerator<Row<'changes'>> {
  const [before, after] = [await readManifest(older), await readManifest(newer)];
  const [from, to] = [
    { version: before.version, files: older },
    { version: after.version, files: newer },
  ];
  yield* changesBetween(from, to, format, yearsOf(before.files, after.files));
}
