import { allForms, type FormTable } from '../../../schemas/forms/index.ts';
import { LabelTrie } from '../labels/trie.ts';

// The statistics form (domain 1.5, 1.6) prints one indicator a row: label, unit, number, in some versions a second number.
// It has a vocabulary of its own: its short labels (行政复议数) would be found in every prose.

/** A row or heading of a statistics form. */
export interface Indicator {
  readonly form: string;
  readonly code: string;
  readonly kind: 'row' | 'heading';
}

/** A number printed for an indicator, or its empty cell. */
export interface IndicatorValue {
  readonly raw: string;
  readonly line: number;
  /** Which column it stands in, where the table says so; null where only the order decides. */
  readonly column: ValueColumn | null;
}

/** Columns of numbers: of the year, since the beginning, or of something else (a district, last year). */
export type ValueColumn = 'year' | 'cumulative' | 'other';

/** A printed row of a statistics form. */
export interface IndicatorRow {
  readonly label: string;
  /** What the label is in each form that prints it; empty for a local row. */
  readonly indicators: readonly Indicator[];
  readonly unit: string | null;
  readonly values: readonly IndicatorValue[];
  readonly line: number;
  /** Its ordinal (1., （一）) as a number, and whether 其中 stands before it. */
  readonly ordinal: number | null;
  readonly partOf: boolean;
  /** Cells have printed borders: an empty one is blank, not lost. */
  readonly bordered: boolean;
}

/** What is printed of a statistics form, with the columns its head names. */
export interface IndicatorTable {
  readonly rows: readonly IndicatorRow[];
  readonly columns: readonly ValueColumn[];
  /** Where it stands: lines, and on the first and last the characters that belong to it. */
  readonly from: { readonly line: number; readonly at: number };
  readonly to: { readonly line: number; readonly at: number };
}

const labels = new LabelTrie<Indicator>((a, b) => a.form === b.form && a.code === b.code);
const explanation = /[(（][^()（）]*[)）]$/;

function addTable(form: string, table: FormTable): void {
  const add = (label: string, indicator: Indicator) => {
    labels.add(label, indicator);
    if (explanation.test(label)) labels.add(label.replace(explanation, ''), indicator);
  };
  for (const heading of table.headings)
    for (const label of [heading.zh, ...heading.variants]) add(label, { form, code: heading.code, kind: 'heading' });
  for (const row of table.groups.flatMap(({ rows }) => rows)) {
    for (const label of [row.zh, ...row.variants]) add(label.replace(/^其中[:：]?/, ''), { form, code: row.code, kind: 'row' });
  }
}

for (const { id, tables } of allForms) for (const table of tables) if (table.table === 'statistics') addTable(id, table);

/** The longest indicator that begins at `from`. */
export function longestIndicator(text: string, from: number): { readonly indicators: readonly Indicator[]; readonly end: number } | null {
  if (!labels.begins(text.charCodeAt(from))) return null;
  const hit = labels.longest(text, from);
  return hit && { indicators: hit.values, end: hit.end };
}

const ordinalAhead =
  /^\s*(?:[(（]\s*([一二三四五六七八九十]{1,3}|\d{1,2})\s*[)）]|([一二三四五六七八九十]{1,3})\s*[、.．]|(\d{1,2})\s*[、.．)）](?!\d)|([①-⑳]))\s*/;
const numerals = '零一二三四五六七八九';

/** 三, 十二, 7, ③ as a number. */
function ordinalOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const circled = text.charCodeAt(0) - 0x245f;
  if (circled >= 1 && circled <= 20) return circled;
  const [tens = '', ones = ''] = text.includes('十') ? text.split('十') : ['', text];
  return (text.includes('十') ? (tens ? numerals.indexOf(tens) : 1) * 10 : 0) + (ones ? numerals.indexOf(ones) : 0);
}

/** A label without what stands before it: 其中, ordinals. */
export function bareLabel(printed: string): { readonly text: string; readonly ordinal: number | null; readonly partOf: boolean } {
  let text = printed.trim();
  let ordinal: number | null = null;
  let partOf = false;
  for (;;) {
    const part = /^其中\s*[:：]?\s*/.exec(text);
    const ahead = part ? null : ordinalAhead.exec(text);
    if (part) partOf = true;
    if (ahead) ordinal = ordinalOf(ahead[1] ?? ahead[2] ?? ahead[3] ?? ahead[4] ?? '');
    const skip = (part ?? ahead)?.[0].length ?? 0;
    if (skip === 0) return { text, ordinal, partOf };
    text = text.slice(skip);
  }
}

/** The indicators whose label a text is, but for punctuation and an explanation in brackets. */
export function indicatorsOf(text: string): readonly Indicator[] {
  for (const label of [text, text.replace(explanation, '')]) {
    const hit = longestIndicator(label, 0);
    if (hit && !/[\p{L}\p{N}]/u.test(label.slice(hit.end))) return hit.indicators;
  }
  return [];
}

/** Units that the form prints in a column of their own. */
export const unitPattern = /^(?:条|件|次|篇|个|人次|人|万元|元|项|期|场|册|份|条\/件)$/;

/** Words of a table's head that name a column. */
export function headedColumn(text: string): ValueColumn | 'label' | 'unit' | 'aside' | null {
  const head = text.replace(/[\s()（）]/g, '');
  if (/累计/.test(head)) return 'cumulative';
  if (/^(?:统计指标|指标名称|指标|统计项目|项目名称|项目|统计内容|内容)$/.test(head)) return 'label';
  if (/^(?:计量)?单位$/.test(head)) return 'unit';
  if (/^(?:序号|编号|指标代码|代码|备注|说明|政府信息公开(?:工作)?情况统计报?表)$/.test(head)) return 'aside';
  if (/^(?:统计数据?|数量|数据|合计|总计|本年度?数?|当年|年度|(?:20\d\d)年度?(?:统计数|数)?)$/.test(head)) return 'year';
  return null;
}
