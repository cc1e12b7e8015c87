import type { Example, ExamplesFile } from '../../schemas/explorer-reference.ts';
import { forms } from '../../schemas/forms/index.ts';
import { headlines, type ParquetTableName, parquetTableNames, type Table, tables } from '../../schemas/tables.ts';
import { decodeValues } from '../dataset/parquet/reader.ts';
import { documentParts } from '../document-parts.ts';
import { openKeys, type Shard } from '../keys.ts';
import type { ObjectStore } from '../ports.ts';

type NameOf = (agency: string) => string | null;
type Values = Readonly<Record<string, unknown>>;

/** Most shards of a table that are looked into, and rows after which no further one is: a value of each column is wanted, not all. */
const mostShards = 24;
const mostRows = 100_000;
/** Columns that say where a value stands. */
const places = new Set(['agency_id', 'year', 'table_code', 'row_code', 'column_code']);
/** Longest value that is shown whole. */
const longest = 60;

const headlineCells: ReadonlyMap<string, string> = new Map(
  headlines.flatMap(({ name, from }) => ('cell' in from ? [[`reports.${name}`, from.cell] as const] : [])),
);

/** Rows of the forms of these years, as `table.row`. */
function rowsOf(years: readonly number[]): ReadonlySet<string> {
  const used = forms.filter((form) => years.some((year) => form.years.from <= year && year <= (form.years.to ?? year)));
  const tables = used.flatMap((form) => form.tables.flatMap(({ table, groups }) => groups.map(({ rows }) => ({ table, rows }))));
  return new Set(tables.flatMap(({ table, rows }) => rows.map(({ code }) => `${table}.${code}`)));
}

function told(value: unknown): string | null {
  if (value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return null;
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  const signs = [...text.replace(/\s+/g, ' ')];
  return signs.length > longest ? `${signs.slice(0, longest).join('')}…` : signs.join('');
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** Columns without an example, and whether rows of the forms have none. */
interface Lacking {
  readonly columns: readonly string[];
  readonly rows: boolean;
}

/** Values found on the way, the first of each column; a 0 says less than another number. */
class Found {
  readonly columns = new Map<string, Example>();
  readonly rows = new Map<string, Example>();
  readonly #printed: ReadonlySet<string>;
  readonly #nameOf: NameOf;

  constructor(years: readonly number[], nameOf: NameOf) {
    this.#printed = rowsOf(years);
    this.#nameOf = nameOf;
  }

  #put(to: Map<string, Example>, key: string, value: unknown, row: Values, cell: string | null): void {
    const held = to.get(key);
    if (held !== undefined && !(held.value === '0' && value !== 0)) return;
    const shown = told(value);
    if (shown === null) return;
    const agency = textOf(row.agency_id);
    // Other tables have years of other things.
    const year = agency !== null && typeof row.year === 'number' ? row.year : null;
    const name = agency === null ? null : this.#nameOf(agency);
    to.set(key, { value: shown, agency, name, year, ...(cell !== null && { cell }) });
  }

  /** What a row tells of the columns that are lacking, and of its row of a form where these are. */
  take(table: ParquetTableName, row: Values, { columns, rows }: Lacking): void {
    const cell = table === 'cells' ? `${row.table_code}.${row.row_code}.${row.column_code}` : null;
    for (const name of columns) {
      const key = `${table}.${name}`;
      this.#put(this.columns, key, row[name], row, cell ?? headlineCells.get(key) ?? null);
    }
    if (rows && cell !== null && typeof row.value === 'number')
      this.#put(this.rows, `${row.table_code}.${row.row_code}`, row.value, row, cell);
  }

  /** What a table may still tell; null where nothing is lacking. */
  lacking(table: ParquetTableName): Lacking | null {
    const { columns: declared }: Table = tables[table];
    const columns = Object.keys(declared).filter((name) => !this.columns.has(`${table}.${name}`));
    const rows = table === 'cells' && [...this.#printed].some((row) => !this.rows.has(row));
    return columns.length > 0 || rows ? { columns, rows } : null;
  }
}

/** Columns of a table that stand with what is lacking: these, and those that say of which report and cell. */
function needed(table: ParquetTableName, { columns, rows }: Lacking): readonly string[] {
  const { columns: declared }: Table = tables[table];
  return Object.keys(declared).filter((name) => columns.includes(name) || places.has(name) || (rows && name === 'value'));
}

const formsBegun = (year: number): number => forms.filter(({ years }) => years.from <= year).length;

/** Shards of all forms in turn, the newest first: rows of old forms are met early. */
function sampled(shards: readonly Shard[]): readonly Shard[] {
  const ranks = new Map<number, number>();
  const ranked = shards
    .toSorted((a, b) => b.year - a.year)
    .map((shard) => {
      const form = formsBegun(shard.year);
      const rank = ranks.get(form) ?? 0;
      ranks.set(form, rank + 1);
      return { shard, rank };
    });
  return ranked
    .sort((a, b) => a.rank - b.rank)
    .slice(0, mostShards)
    .map(({ shard }) => shard);
}

/** Objects of a table that examples are taken from. */
function keysOf(table: ParquetTableName, shards: readonly Shard[]): readonly string[] {
  const { file }: Table = tables[table];
  if (file.includes('{agency}')) return [];
  if (file.includes('{region}')) return shards.map((shard) => openKeys.table(table, shard));
  return file.includes('{shard}') ? documentParts.map(openKeys.documentsPart) : [file];
}

async function look(open: ObjectStore, table: ParquetTableName, shards: readonly Shard[], found: Found): Promise<void> {
  let read = 0;
  for (const key of keysOf(table, shards)) {
    const lacking = found.lacking(table);
    if (lacking === null || read >= mostRows) return;
    const object = await open.get(key);
    if (object === null) continue;
    for await (const rows of decodeValues(object.body, needed(table, lacking))) {
      for (const row of rows) found.take(table, row, lacking);
      read += rows.length;
    }
  }
}

/** A published value for every column, and for every row of the forms, with the report it stands in. */
export async function examplesFile(open: ObjectStore, shards: readonly Shard[], nameOf: NameOf): Promise<ExamplesFile> {
  const chosen = sampled(shards);
  const found = new Found(
    chosen.map(({ year }) => year),
    nameOf,
  );
  for (const table of parquetTableNames) await look(open, table, chosen, found);
  return { columns: Object.fromEntries(found.columns), rows: Object.fromEntries(found.rows) };
}
