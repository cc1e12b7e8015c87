import { addTo } from '../../group-by.ts';
import type { Doc, GridCell, Line } from '../../model.ts';
import {
  bareLabel,
  headedColumn,
  type IndicatorRow,
  type IndicatorTable,
  type IndicatorValue,
  indicatorsOf,
  unitPattern,
  type ValueColumn,
} from './indicators.ts';

type Role = NonNullable<ReturnType<typeof headedColumn>>;

/** Roles of the grid's columns, as the last head printed them. */
type Roles = readonly { readonly from: number; readonly to: number; readonly role: Role | 'other' }[];

const value = /^[+\-−‐‑–—]?\s?\d[\d,\s]*(?:\.\d+)?\s*(?:条|件|次|篇|个|人次|人|万元|元)?$/;
const mark = /^(?:[-—–―－/\\]+|无|空)?$/;
const fewestKnown = 4;
const fewestUnderHead = 2;

/** Statistics forms with printed borders: in any table of the document whose rows are mostly indicators. */
export function gridIndicators(doc: Doc): IndicatorTable[] {
  const tables = new Map<number, Line[]>();
  for (const line of doc.lines) {
    if (line.row) addTo(tables, line.row.table, line);
  }
  let roles: Roles = [];
  return [...tables.values()].flatMap((lines) => {
    const read = readTable(lines, roles);
    const known = read.rows.filter(({ indicators }) => indicators.length > 0).length;
    if (known < (read.headed ? fewestUnderHead : fewestKnown)) return [];
    roles = read.roles;
    const [first, last] = [lines[0], lines.at(-1)];
    if (!first || !last) return [];
    const columns = read.roles.flatMap(({ role }) => (role === 'year' || role === 'cumulative' || role === 'other' ? [role] : []));
    return [{ rows: read.rows, columns, from: { line: first.n, at: 0 }, to: { line: last.n, at: last.folded.length } }];
  });
}

/** A table that goes on after a page has no head of its own: `before` are the roles of the one above. */
function readTable(lines: readonly Line[], before: Roles) {
  // Indicators side by side follow each other down the page: 被依法纠错数 belongs to the block above it.
  const sides: IndicatorRow[][] = [];
  let roles = before;
  let headed = false;
  for (const { row, n } of lines) {
    const cells = row?.cells ?? [];
    const head = rolesOf(cells);
    if (head) {
      roles = head;
      headed = true;
      continue;
    }
    for (const [side, read] of readRow(cells, n, roles).entries()) {
      if (sides[side]) sides[side].push(read);
      else sides[side] = [read];
    }
  }
  return { rows: sides.flat(), roles, headed };
}

/** A head names at least two columns, one of them the indicators or a column of numbers. */
function rolesOf(cells: readonly GridCell[]): Roles | null {
  const named = cells.map((cell) => ({
    from: cell.column,
    to: cell.column + cell.columns,
    role: headedColumn(cell.text),
    text: cell.text,
  }));
  const known = named.filter(({ role }) => role !== null);
  if (known.length < 2 || !known.some(({ role }) => role === 'label' || role === 'cumulative' || role === 'unit')) return null;
  // A head that no form knows stands over numbers of something else: a district, a year before.
  return named.flatMap(({ from, to, role, text }) =>
    role ? [{ from, to, role }] : text === '' ? [] : [{ from, to, role: 'other' as const }],
  );
}

interface OpenRow {
  label: string;
  unit: string | null;
  readonly values: IndicatorValue[];
}

/** A row may hold two indicators side by side, each with its unit and number; a label before a label names their block. */
function readRow(cells: readonly GridCell[], line: number, roles: Roles): IndicatorRow[] {
  const rows: OpenRow[] = [];
  for (const cell of cells) {
    const role = roles.find(({ from, to }) => cell.column >= from && cell.column < to)?.role ?? null;
    const text = cell.text.trim();
    const open = rows.at(-1);
    if (role === 'aside') continue;
    const isNumber = value.test(text) || mark.test(text);
    if (isLabel(text, role) && !isNumber) {
      if (open && open.unit === null && open.values.length === 0) open.label = text;
      else rows.push({ label: text, unit: null, values: [] });
    } else if (open && (role === 'unit' || (unitPattern.test(text) && open.values.length === 0))) open.unit = text;
    else if (open) open.values.push({ raw: text, line, column: valueColumn(role) });
  }
  return rows.map(({ label, unit, values }) => {
    const { text, ordinal, partOf } = bareLabel(label);
    return {
      label: text,
      indicators: indicatorsOf(text),
      unit: unit && unitPattern.test(unit) ? unit : null,
      values,
      line,
      ordinal,
      partOf,
      bordered: true,
    };
  });
}

const isLabel = (text: string, role: Role | 'other' | null) =>
  /[\u4e00-\u9fff]{2}/.test(text) &&
  !unitPattern.test(text) &&
  (role === null || role === 'label' || indicatorsOf(bareLabel(text).text).length > 0);

const valueColumn = (role: Role | 'other' | null): ValueColumn | null =>
  role === 'year' || role === 'cumulative' || role === 'other' ? role : null;
