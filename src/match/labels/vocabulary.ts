import { type Form, type FormTable, forms, type TableCode } from '../../../schemas/forms/index.ts';
import { anyYear, LabelTrie, type TrieHit } from './trie.ts';

// Every printed label of every form in one trie. A label may mean several things (其他 is a column and a row);
// which one is decided where it stands, never here.

/** What a printed label can mean in a table. */
export interface Sense {
  /** `span`: a label over several columns, which may name one of its own. */
  readonly kind: 'row' | 'column' | 'span' | 'heading' | 'group' | 'word';
  readonly table: TableCode;
  readonly code: string;
  /** Clause of table 2 the label belongs to; null where the table has one group. */
  readonly group: string | null;
  /** Place in print order, counted over all forms: rows of a table ascend. */
  readonly order: number;
  /** Columns that a spanning label stands over. */
  readonly over?: readonly string[];
}

const labels = new LabelTrie<Sense>((a, b) => a.kind === b.kind && a.table === b.table && a.code === b.code && a.group === b.group);

/** Rows of a table over all forms, in the order every form keeps. */
const order = new Map<string, number>();

/** How the head of a column says that it counts. Which of these an office writes says nothing else. */
const counting = ['数', '数量', '件数', '总数', '总数量', '个数', '文件数'];
const ofThisYear = ['本年', '本年度', '当年'];
const counts = new RegExp(`(?:${[...counting].sort((a, b) => b.length - a.length).join('|')})$`);

/** A column's label in the ways that offices write it: 本年制发件数, 本年度制发数. */
function* spellings(label: string): Generator<string> {
  yield label;
  const stem = label.replace(counts, '');
  if (stem === label) return;
  const rest = /^本年度?/.test(stem) ? stem.replace(/^本年度?/, '') : null;
  for (const year of rest === null ? [''] : ofThisYear) for (const count of counting) yield year + (rest ?? stem) + count;
}

/** A label as the form prints it and, where it speaks of this year, the last or the next, with the number of the year in place of the word. */
const withYears = (label: string): readonly string[] => {
  const numbered = label.replace(/本年度?|上一?年度?|下一?年度?/, anyYear);
  return numbered === label ? [label] : [label, numbered];
};

function addTable(table: FormTable): void {
  const senses = { table: table.table, group: null, order: -1 } as const;
  for (const word of table.headWords) labels.add(word, { ...senses, kind: 'word', code: word });
  for (const heading of table.headings) {
    for (const label of [heading.zh, ...heading.variants].flatMap(withYears))
      labels.add(label, { ...senses, kind: 'heading', code: heading.code });
  }
  for (const group of table.groups) {
    const name = group.heading ? group.code : null;
    if (group.heading)
      for (const label of [group.heading.zh, ...group.heading.variants])
        labels.add(label, { ...senses, kind: 'group', code: group.code, group: name });
    for (const column of group.columns) {
      const sense = { ...senses, kind: 'column', code: column.code, group: name } as const;
      for (const label of [column.zh, ...column.variants]) for (const spelling of spellings(label)) labels.add(spelling, sense);
      const { labels: spanning = [], over = [] } = column.spanning ?? {};
      for (const label of spanning) labels.add(label, { ...senses, kind: 'span', code: column.code, group: name, over });
    }
    for (const row of group.rows) {
      const place = order.get(`${table.table}.${row.code}`) ?? 0;
      for (const label of [row.zh, ...row.variants].flatMap(withYears))
        labels.add(label, { kind: 'row', table: table.table, code: row.code, group: name, order: place });
    }
  }
}

/** Merge the row orders of all forms: a row of a later form stands after the row it follows there. */
function orderRows(all: readonly Form[]): void {
  const lists = new Map<TableCode, string[]>();
  for (const table of all.flatMap((form) => form.tables)) {
    const merged = lists.get(table.table) ?? [];
    let at = 0;
    for (const row of table.groups.flatMap((group) => group.rows)) {
      const known = merged.indexOf(row.code);
      if (known < 0) merged.splice(at++, 0, row.code);
      else at = known + 1;
    }
    lists.set(table.table, merged);
  }
  for (const [table, codes] of lists) codes.forEach((code, place) => void order.set(`${table}.${code}`, place));
}

orderRows(forms);
// The statistics form has a reader of its own: its short labels (行政复议数) would be found in every prose.
for (const form of forms) for (const table of form.tables) if (table.table !== 'statistics') addTable(table);

/** Place of a row of a table in print order, counted over all forms. */
export const rowOrder = (table: TableCode, code: string): number => order.get(`${table}.${code}`) ?? -1;

/** Whether a label may begin with this character. */
export const beginsLabel = (code: number): boolean => labels.begins(code);

/** The longest label that begins at `from` and ends before `limit`, over blanks, brackets and line ends: what it may mean; null if none does. */
export const longestLabel = (text: string, from: number, limit?: number): TrieHit<Sense> | null => labels.longest(text, from, limit);

/** What the label means that a text spells, an empty list where it is the beginning of one; null where no label begins so. */
export const spelled = (text: string): readonly Sense[] | null => labels.reach(text)?.values ?? null;

/** What each row of table 3 is in its sums, by its code. */
export const rowRoles: ReadonlyMap<string, string> = new Map(
  forms.flatMap(({ tables }) =>
    tables
      .filter(({ table }) => table === 'applications')
      .flatMap(({ groups }) => groups.flatMap(({ rows }) => rows.map(({ code, role }) => [code, role] as const))),
  ),
);
