import type { ParquetTableName, Row } from '../../schemas/tables.ts';
import type { TableFormat } from '../dataset/parquet/table-format.ts';
import type { SavedQuery } from '../derive/saved-query.ts';
import { sha256Hex } from '../hash.ts';
import { openKeys } from '../keys.ts';
import type { ObjectStore, Stores } from '../ports.ts';
import { schemaVersion } from '../version.ts';
import { Changelog } from './changelog.ts';
import { changesBetween, type Side, yearsOf } from './changes.ts';
import { claimVersion } from './claim.ts';
import { citationFile } from './descriptors/citation.ts';
import { dataPackage, tableSchemaPath } from './descriptors/data-package.ts';
import type { ReleaseFacts } from './descriptors/facts.ts';
import { jsonLd } from './descriptors/json-ld.ts';
import { ReleaseError } from './failure.ts';
import { filesBelow, ReleaseWriter } from './files.ts';
import type { TablePart } from './inventory.ts';
import { moveLatest } from './latest.ts';
import { type Manifest, manifestPath, manifestText, readManifest, sumsPath, sumsText } from './manifest.ts';
import { type PlanOptions, planRelease } from './plan.ts';
import { QualityTally } from './quality.ts';
import { qualityPage } from './quality-page.ts';
import { licences, readmes } from './readme.ts';
import { writeQueries, writeReference } from './reference.ts';
import { writeReportObjects } from './report-objects.ts';
import { excelCsv, excelWorkbook } from './tables/spreadsheet.ts';
import { writePart, writeTable } from './tables/table-files.ts';

/** What a release is made with. The same options over the same tables give the same bytes. */
export interface ReleaseOptions extends PlanOptions {
  readonly format: TableFormat;
  readonly queries: readonly SavedQuery[];
  /** Make what else belongs to the release, from its sealed files: nothing points to them yet. */
  readonly complete?: (version: string) => Promise<void>;
  readonly progress?: (path: string) => void;
}

/** Everything a step of a release works on. */
interface Making extends ReleaseOptions {
  readonly open: ObjectStore;
  readonly to: ReleaseWriter;
  readonly quality: QualityTally;
  readonly previous: Side | null;
}

async function writeReports(making: Making, year: number, bytes: Uint8Array): Promise<void> {
  const { to, format, open, quality } = making;
  for await (const part of format.decode('reports', bytes)) {
    const unreleased = part.find(({ parser_version }) => parser_version.includes('-dev.'));
    if (unreleased) throw new ReleaseError('development_parser', { agency: unreleased.agency_id, year: String(year) });
    quality.reports(part);
    await writeReportObjects(to, open, part);
  }
  await writeExcel(making, 'reports', `reports-${year}`, bytes);
}

/** `excel/`: the tables that people open in Excel or WPS, each below the limits of a sheet. */
async function writeExcel({ to, format }: Making, table: ParquetTableName, name: string, bytes: Uint8Array): Promise<void> {
  const parts = () => format.decode(table, bytes);
  await to.put(`excel/${name}.csv`, await excelCsv(table, parts));
  await to.put(`excel/${name}.xlsx`, await excelWorkbook(table, parts));
}

async function tally({ format, quality }: Making, table: ParquetTableName, bytes: Uint8Array): Promise<void> {
  if (table === 'checks') for await (const rows of format.decode('checks', bytes)) quality.checks(rows);
  if (table === 'documents') for await (const rows of format.decode('documents', bytes)) quality.documents(rows);
  if (table === 'quarantine') for await (const rows of format.decode('quarantine', bytes)) quality.quarantine(rows);
}

async function writeTables(making: Making, parts: readonly TablePart[]): Promise<void> {
  const { to, open, format } = making;
  for (const part of parts) {
    making.progress?.(`${part.table} ${part.year ?? ''}`.trim());
    const bytes = await writePart(to, open, format, part);
    if (bytes === null) continue;
    await tally(making, part.table, bytes);
    if (part.table === 'reports' && part.year !== null) await writeReports(making, part.year, bytes);
    if (part.table === 'agencies') await writeExcel(making, part.table, part.table, bytes);
  }
}

async function writeChanges({ to, open, format, version, previous, created }: Making): Promise<void> {
  const log = new Changelog();
  if (previous === null) return to.put('CHANGELOG.md', log.text(version, created, null));
  const now: Side = { version, files: filesBelow(open, openKeys.release(version)) };
  const years = yearsOf(to.written, (await readManifest(previous.files)).files);
  async function* parts(): AsyncGenerator<readonly Row<'changes'>[]> {
    if (previous === null) return;
    for await (const row of changesBetween(previous, now, format, years)) {
      log.add(row);
      yield [row];
    }
  }
  await writeTable(to, format, 'changes', null, parts());
  const before = await previous.files.read('CHANGELOG.md');
  const text = before === null ? '' : new TextDecoder().decode(before);
  await to.put('CHANGELOG.md', log.text(version, created, { version: previous.version, text }));
}

async function describe({ to, version, created, address, quality }: Making): Promise<ReleaseFacts['years']> {
  const years = quality.years();
  if (years === null) throw new ReleaseError('no_reports');
  const report = quality.report();
  await to.putJson('quality/report.json', report);
  await to.put('quality/report.html', qualityPage(version, report));
  // Objects of single reports are in the manifest only: a descriptor with one entry for each would be of no use to its readers.
  const files = to.written.filter(({ path }) => !path.startsWith('json/'));
  const facts: ReleaseFacts = { version, schemaVersion, created, years, files, ...(address && { address: `${address}${version}/` }) };
  await to.put('CITATION.cff', citationFile(facts));
  await to.put('LICENSE-DATA', licences.data);
  await to.put('LICENSE-TEXTS', licences.texts);
  const { zh, en } = readmes(facts, files);
  await to.put('README.zh.md', zh);
  await to.put('README.md', en);
  await to.putJson('datapackage.json', dataPackage(facts));
  await to.putJson('dataset.jsonld', jsonLd(facts));
  return years;
}

async function seal({ to, version, created, previous }: Making, years: ReleaseFacts['years']): Promise<Uint8Array> {
  const files = to.written.map((file) => ({ ...file, ...(file.table && { schema: tableSchemaPath(file.table) }) }));
  const manifest: Manifest = { version, previous: previous?.version ?? null, schema_version: schemaVersion, created, years, files };
  const bytes = new TextEncoder().encode(manifestText(manifest));
  await to.put(sumsPath, sumsText(manifest, bytes));
  await to.put(manifestPath, bytes);
  await to.refuseOthers();
  return bytes;
}

/**
 * Make a release of the compacted tables and move `latest.json` to it. Nothing points to its files before the last step: an
 * interrupted run is run again under the same version from the same data, or under the next one. Throws ReleaseError.
 */
export async function makeRelease({ state, open }: Stores, options: ReleaseOptions): Promise<Manifest['files']> {
  const { version, created, queries, prelude } = options;
  const { pointer, previous, parts, inputs } = await planRelease(open, options);
  await claimVersion(state, inputs, parts);
  const to = new ReleaseWriter(open, version);
  const making: Making = { ...options, open, previous, to, quality: new QualityTally() };
  await writeTables(making, parts);
  await writeChanges(making);
  await writeReference(to);
  await writeQueries(to, version, queries, prelude);
  const manifest = await seal(making, await describe(making));
  await options.complete?.(version);
  await moveLatest(open, pointer, { version, previous: previous?.version ?? null, created, manifest_sha256: sha256Hex(manifest) });
  return to.written;
}
