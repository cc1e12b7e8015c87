import type { Report } from '../../schemas/report.ts';
import type { Row } from '../../schemas/tables.ts';
import { parquet } from '../../src/dataset/parquet/parquet.ts';
import { encode } from '../../src/dataset/parquet/table-format.ts';
import { agencyRows } from '../../src/dataset/rows/agencies.ts';
import { openKeys, type Shard } from '../../src/keys.ts';
import { cellParts } from '../../src/site/blocks.ts';
import { MemoryStore } from '../../test/support/memory-store.ts';
import { randomReports } from '../generate/index.ts';
import { publishedRows } from '../generate/rows.ts';

const regions = [
  '11',
  '12',
  '13',
  '14',
  '15',
  '21',
  '22',
  '23',
  '31',
  '32',
  '33',
  '34',
  '35',
  '36',
  '37',
  '41',
  '42',
  '43',
  '44',
  '45',
  '46',
  '50',
  '51',
  '52',
  '53',
  '54',
  '61',
  '62',
  '63',
  '64',
  '65',
];
const firstYear = 2013;
const years = 13;
/** Signs of made-up place names, so that names differ as real ones do. */
const signs = '安宝长城德东丰福高广海和河华吉江金景康兰临龙明南宁平青清泉荣山上石顺泰天通文武西溪新兴阳永玉源云泽';

/** Reports that were generated; the others repeat them under other agencies and years. */
export const distinct = 400;

const wanted = new Set(cellParts);

interface Kept {
  readonly report: Row<'reports'>;
  readonly cells: readonly Row<'cells'>[];
  readonly checks: readonly Row<'checks'>[];
}

/** Rows of the generated reports: of `cells` the ones the explorer reads, of `checks` all. */
const kept = (): Kept[] =>
  [...randomReports(distinct)].map(({ report }: { report: Report }) => {
    const rows = publishedRows(report);
    const cells = rows.cells.filter(({ table_code, row_code, column_code }) => wanted.has(`${table_code}.${row_code}.${column_code}`));
    return { report: rows.report, cells, checks: rows.checks };
  });

function placeOf(at: number) {
  const region = regions[at % regions.length] ?? '11';
  const place = Math.floor(at / regions.length);
  const sign = (n: number) => signs[n % signs.length] ?? '';
  const name = `${sign(place)}${sign(place * 7 + at)}${place % 3 === 0 ? '市' : '县'}`;
  return { code: `${region}${String(100 + (place % 8900)).padStart(4, '0')}`, name };
}

/** Rows of one report, repeated under another agency and year. */
function repeated(base: readonly Kept[], at: number, shard: Shard): Kept | null {
  const one = base[(at * 31 + shard.year * 7) % base.length];
  const organ = base[at % base.length]?.report;
  if (!one || !organ) return null;
  const { code, name } = placeOf(at);
  const kind = organ.agency_kind ?? 'finance';
  const agency = `${code}-${kind}`;
  const id = { agency_id: agency, lineage_id: agency, ...shard };
  const own = {
    agency_name: `${name}${(organ.agency_name ?? '财政局').slice(-3)}`,
    agency_kind: kind,
    division_code: code,
    division_name: name,
  };
  return {
    report: { ...one.report, ...id, ...own },
    cells: one.cells.map((row) => ({ ...row, ...id })),
    checks: one.checks.map((row) => ({ ...row, ...id })),
  };
}

async function writeShard(store: MemoryStore, shard: Shard, rows: readonly Kept[]): Promise<void> {
  const write = async (key: string, body: Uint8Array | null) => {
    if (body) await store.put(key, body);
  };
  const reports = rows.map(({ report }) => report);
  await write(openKeys.table('reports', shard), encode(parquet, 'reports', reports));
  const cells = rows.flatMap((row) => row.cells);
  await write(openKeys.table('cells', shard), encode(parquet, 'cells', cells));
  const checks = rows.flatMap((row) => row.checks);
  await write(openKeys.table('checks', shard), encode(parquet, 'checks', checks));
}

/** A store with `count` reports of agencies that report every year, as compaction leaves them. */
export async function manyReports(count: number): Promise<{ store: MemoryStore; agencies: number }> {
  const base = kept();
  const store = new MemoryStore();
  const agencies = Math.ceil(count / years);
  const about: Row<'reports'>[] = [];
  for (const [first, region] of regions.entries()) {
    for (let y = 0; y < years; y++) {
      const shard = { year: firstYear + y, region };
      const rows: Kept[] = [];
      for (let at = first; at < agencies; at += regions.length) rows.push(...[repeated(base, at, shard)].flatMap((row) => row ?? []));
      about.push(...rows.map(({ report }) => report));
      await writeShard(store, shard, rows);
    }
  }
  const body = encode(parquet, 'agencies', agencyRows(about));
  if (body) await store.put(openKeys.single('agencies'), body);
  return { store, agencies: new Set(about.map(({ agency_id }) => agency_id)).size };
}
