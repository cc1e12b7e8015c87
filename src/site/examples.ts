import type { Example, ExamplesFile } from '../../schemas/explorer-reference.ts';
import { forms } from '../../schemas/forms/index.ts';
import { headlines, type ParquetTableName, parquetTableNames, type Table, tables } from '../../schemas/tables.ts';
import { parquet } from '../dataset/parquet.ts';
import { documentShards, openKeys, type Shard } from '../keys.ts';
import type { ObjectStore } from '../ports.ts';

type NameOf = (agency: string) => string | null;
type Values = Readonly<Record<string, unknown>>;

/** Most shards that are looked into: a dictionary needs one value of each column, not the dataset. */
const most = 24;
/** Longest value that is shown whole. */
const longest = 60;

const headlineCells: ReadonlyMap<string, string> = new Map(
  headlines.flatMap(({ name, from }) => ('cell' in from ? [[`reports.${name}`, from.cell] as const] : [])),
);

/** Rows of the forms, as `table.row`. */
const formRows = new Set(
  forms.flatMap((form) =>
    form.tables.flatMap(({ table, groups }) => groups.flatMap(({ rows }) => rows.map(({ code }) => `${table}.${code}`))),
  ),
);

function told(value: unknown): string | null {
  if (value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return null;
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  const signs = [...text.replace(/\s+/g, ' ')];
  return signs.length > longest ? `${signs.slice(0, longest).join('')}…` : signs.join('');
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** Values found on the way, the first of each column; a 0 says less than another number. */
class Found {
  readonly columns = new Map<string, Example>();
  readonly rows = new Map<string, Example>();
  readonly #nameOf: NameOf;

  constructor(nameOf: NameOf) {
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

  take(table: ParquetTableName, row: Values): void {
    const cell = table === 'cells' ? `${row.table_code}.${row.row_code}.${row.column_code}` : null;
    for (const [name, value] of Object.entries(row)) {
      const key = `${table}.${name}`;
      this.#put(this.columns, key, value, row, cell ?? headlineCells.get(key) ?? null);
    }
    if (cell !== null && typeof row.value === 'number') this.#put(this.rows, `${row.table_code}.${row.row_code}`, row.value, row, cell);
  }

  /** Whether a table may still tell something new. */
  lacks(table: ParquetTableName): boolean {
    const { columns }: Table = tables[table];
    if (Object.keys(columns).some((name) => !this.columns.has(`${table}.${name}`))) return true;
    return table === 'cells' && [...formRows].some((row) => !this.rows.has(row));
  }
}

/** One shard of each year, the newest first, then a second of each: old forms are met early. */
function sampled(shards: readonly Shard[]): readonly Shard[] {
  const years = new Map<number, number>();
  const ranked = shards.map((shard) => {
    const rank = years.get(shard.year) ?? 0;
    years.set(shard.year, rank + 1);
    return { shard, rank };
  });
  return ranked
    .sort((a, b) => a.rank - b.rank || b.shard.year - a.shard.year)
    .slice(0, most)
    .map(({ shard }) => shard);
}

/** Objects of a table that examples are taken from. */
function keysOf(table: ParquetTableName, shards: readonly Shard[]): readonly string[] {
  const { file }: Table = tables[table];
  if (file.includes('{agency}')) return [];
  if (file.includes('{region}')) return shards.map((shard) => openKeys.table(table, shard));
  return file.includes('{shard}') ? documentShards.map(openKeys.documentsShard) : [file];
}

/** A published value for every column, and for every row of the forms, with the report it stands in. */
export async function examplesFile(open: ObjectStore, shards: readonly Shard[], nameOf: NameOf): Promise<ExamplesFile> {
  const found = new Found(nameOf);
  for (const table of parquetTableNames) {
    for (const key of keysOf(table, sampled(shards))) {
      if (!found.lacks(table)) break;
      const object = await open.get(key);
      if (object === null) continue;
      for await (const rows of parquet.decode(table, object.body)) for (const row of rows) found.take(table, row);
    }
  }
  return { columns: Object.fromEntries(found.columns), rows: Object.fromEntries(found.rows) };
}
