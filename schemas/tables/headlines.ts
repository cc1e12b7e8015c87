import { allForms, type FormCellCode, type FormColumn, type FormRow, type FormTable, type TableCode } from '../forms/index.ts';
import type { Column } from './table.ts';

// Headline columns of `reports` (contract 2), computed from the forms: nothing here names a row of a form.

type Sum = 'denied_total' | 'unavailable_total' | 'unprocessed_total' | 'other_total';

type CellHeadline<C extends string> = C extends `applications.${infer Row}.total`
  ? `applications_${Row}`
  : C extends `${infer T extends 'disclosure' | 'remedies'}.${infer Row}.${infer Col}`
    ? `${T}_${Row}_${Col}`
    : never;

/** Name of a headline column; a misspelt one does not compile. */
export type HeadlineName = CellHeadline<FormCellCode> | `applications_${Sum}`;

/** A headline is a number, or null where the source does not give it. */
export interface HeadlineColumn extends Column {
  readonly kind: 'int' | 'double';
  readonly nullable: true;
}

/** A headline column of `reports` and the cells it is taken from. */
export interface Headline {
  readonly name: string;
  readonly column: HeadlineColumn;
  /**
   * The cell itself, or sums of cells: one per form that prints the parts. A sum applies where all its parts are listed;
   * a null part makes it null.
   */
  readonly from: { readonly cell: string } | { readonly sums: readonly { readonly form: string; readonly parts: readonly string[] }[] };
}

interface Place {
  readonly form: string;
  readonly table: FormTable;
  readonly row: FormRow;
  readonly column: FormColumn;
}

/** Cells that have a headline; applications are known by their total column alone. */
function* headlinePlaces(): Iterable<Place> {
  for (const { id: form, tables } of allForms) {
    for (const table of tables.filter(({ table: code }) => code !== 'statistics')) {
      for (const { rows, columns } of table.groups) {
        const named = table.table === 'applications' ? columns.filter(({ code }) => code === 'total') : columns;
        for (const row of rows) for (const column of named) yield { form, table, row, column };
      }
    }
  }
}

const places: readonly Place[] = [...headlinePlaces()];

const code = ({ table, row, column }: Place) => `${table.table}.${row.code}.${column.code}`;
const bare = (label: string) => label.replace(/^(?:[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\)|\d+\.)/, '');

const headlineName = ({ table, row, column }: Place): string =>
  table.table === 'applications' ? `applications_${row.code}` : `${table.table}_${row.code}_${column.code}`;

/** Label in one language: the heading a row stands under, the row, and the column where the name has one. */
function label(place: Place, language: 'zh' | 'en'): string {
  const { table, row, column } = place;
  const above = table.headings.find((h) => (row.role === 'processed' ? h.code === 'results' : h.subtotal && h.subtotal === row.subtotal));
  const heading = language === 'zh' ? above : undefined; // the English label of a row names its heading already
  const parts = [heading?.zh, row[language], table.table === 'applications' ? undefined : column[language]];
  return parts.flatMap((part) => (part === undefined ? [] : [bare(part)])).join(language === 'zh' ? '·' : ': ');
}

const moneyNote = {
  zh: '元；未印单位时为空',
  en: 'In yuan, whether printed in 元 or 万元; null where no unit is printed',
};
const tenThousandNote = { zh: '万元，与表格一致', en: 'In 10,000 yuan, as the form prints it' };
const countNote = { zh: '非整数时为空，原值见cells', en: 'Null where the printed number is no integer; cells keeps it' };

function cellHeadline(name: string, printed: readonly Place[]): Headline {
  const newest = printed.at(-1);
  if (newest === undefined) throw new Error(`no form prints ${name}`);
  const { unit } = newest.column;
  const money = unit === 'CNY' || unit === 'CNY_10K';
  const printedIn = printed.map((place) => place.form);
  const note = unit === 'CNY' ? moneyNote : unit === 'CNY_10K' ? tenThousandNote : countNote;
  return {
    name,
    column: {
      kind: money ? 'double' : 'int',
      nullable: true,
      zh: label(newest, 'zh'),
      en: label(newest, 'en'),
      unit,
      article: newest.row.article,
      note: { zh: `${printedIn.join('、')}格式；${note.zh}`, en: `Form ${printedIn.join(', ')}. ${note.en}` },
    },
    from: { cell: code(newest) },
  };
}

/** The rows of one form that make up a printed subtotal: those under its heading, or the one row that is the heading. */
function partsOf(form: string, subtotal: string, heading: string): readonly string[] {
  const totals = places.filter((place) => place.form === form && place.table.table === 'applications');
  const under = totals.filter(({ row }) => row.subtotal === subtotal);
  return (under.length > 0 ? under : totals.filter(({ row }) => row.zh === heading)).map(code);
}

function sumHeadlines(): readonly Headline[] {
  const tables = allForms.flatMap((form) => form.tables.filter((table) => table.table === 'applications'));
  const headings = new Map(
    tables.flatMap((table) =>
      table.headings.flatMap((heading) => (heading.subtotal === undefined ? [] : [[heading.subtotal, heading] as const])),
    ),
  );
  return [...headings].map(([subtotal, heading]) => ({
    name: `applications_${subtotal}`,
    column: {
      kind: 'int',
      nullable: true,
      zh: `${bare(heading.zh)}（合计）`,
      en: `${heading.en}: sum of its rows`,
      unit: 'application',
      article: 'Art. 36',
      note: { zh: '由各行相加；任一行为空则为空', en: 'Added up from its rows; null if one of them is null' },
    },
    from: {
      sums: allForms.flatMap((form) => {
        const parts = partsOf(form.id, subtotal, heading.zh);
        return parts.length === 0 ? [] : [{ form: form.id, parts }];
      }),
    },
  }));
}

function cellHeadlines(table: TableCode): readonly Headline[] {
  const printed = new Map<string, Place[]>();
  for (const place of places.filter((one) => one.table.table === table)) {
    const name = headlineName(place);
    printed.set(name, [...(printed.get(name) ?? []), place]);
  }
  return [...printed].map(([name, all]) => cellHeadline(name, all));
}

/** Every headline column: disclosure and remedies cell by cell, applications by their total, and the derived subtotals. */
export const headlines: readonly Headline[] = [
  ...cellHeadlines('disclosure'),
  ...cellHeadlines('applications'),
  ...sumHeadlines(),
  ...cellHeadlines('remedies'),
];

/** The headline columns by name, typed by the codes of the forms. */
export const headlineColumns = Object.fromEntries(headlines.map(({ name, column }) => [name, column])) as {
  readonly [name in HeadlineName]: HeadlineColumn;
};
