import { createRandom, type Random } from '../random.ts';
import { daysBefore, hanYear, type PrintedDate, printedDate, publicationDay } from './dates.ts';
import { applicationFigures, type Busyness, disclosureFigures, type Figures, formTable, remedyFigures } from './figures.ts';
import { mayMakeRules, type Organ, organsOf } from './organs.ts';
import type { Paragraph } from './paragraph.ts';
import { allPlaces, type Place, places } from './places.ts';
import { type NumberStyle, numberStyle, type PrintedCell, printCell } from './printed.ts';
import { otherMattersProse, overviewProse, problemsProse } from './prose.ts';

/** Which forms a report uses; `hybrid` mixes the two current ones, as real reports do. */
export type FormChoice = '2019' | '2021' | 'hybrid';

/** What can be asked of a random report; everything else follows from the seed. */
export interface GenerateOptions {
  readonly form?: FormChoice;
  readonly year?: number;
  /** Choose among all divisions of the country instead of some ninety. */
  readonly everywhere?: boolean;
  /** Code of the division whose organs report. */
  readonly division?: string;
  /** Kind of organ, as in the list of agency kinds. */
  readonly kind?: string;
}

/** Tables of the current forms, in print order. */
export const draftTables = ['disclosure', 'applications', 'remedies'] as const;
/** A table of the current forms. */
export type DraftTable = (typeof draftTables)[number];

/** A section of the form: its heading, its text, and the table it holds. */
export interface DraftSection {
  readonly n: number;
  readonly heading: string;
  readonly paragraphs: readonly Paragraph[];
  readonly table?: DraftTable;
}

/** A report as its office thought of it, before anything is printed. */
export interface Draft {
  readonly seed: number;
  readonly organ: Organ;
  readonly year: number;
  readonly forms: Readonly<Record<DraftTable, string>>;
  readonly title: string;
  readonly preamble: string;
  readonly published: PrintedDate;
  readonly signed: PrintedDate | null;
  readonly figures: Figures;
  readonly style: NumberStyle;
  /** Every figure as printed, by code, in form order. */
  readonly cells: ReadonlyMap<string, PrintedCell>;
  readonly sections: readonly DraftSection[];
}

function choosePlace(random: Random, { division, everywhere }: GenerateOptions): Place {
  const all = everywhere || division !== undefined ? allPlaces() : places;
  const [first, ...others] = division === undefined ? all : all.filter((place) => place.code === division);
  if (!first) throw new Error(`no division ${division} to generate for`);
  return random.pick([first, ...others]);
}

function chooseOrgan(random: Random, options: GenerateOptions): Organ {
  const organs = organsOf(choosePlace(random, options));
  const [first, ...others] = options.kind === undefined ? organs : organs.filter((organ) => organ.kind === options.kind);
  if (!first) throw new Error(`no organ of kind ${options.kind} to generate for`);
  return random.pick([first, ...others]);
}

function chooseForms(random: Random, options: GenerateOptions): { year: number; forms: Draft['forms'] } {
  const choice =
    options.form ?? (options.year === undefined ? random.pick(['2021', '2021', '2019', 'hybrid']) : options.year <= 2020 ? '2019' : '2021');
  const year = options.year ?? (choice === '2019' ? random.int(2019, 2020) : random.int(2021, 2025));
  const [disclosure, applications] =
    choice === 'hybrid'
      ? random.pick([
          ['2021', '2019'],
          ['2019', '2021'],
        ])
      : [choice, choice];
  return { year, forms: { disclosure, applications, remedies: applications } };
}

const levelSize = { province: 4000, prefecture: 700, county: 150 };

/** Expected number of applications: none for a third of departments, hundreds for governments. */
function applicationsExpected(random: Random, organ: Organ): number {
  const high = levelSize[organ.place.level];
  if (organ.kind === 'government') return random.skewed(20, high * 10);
  return random.chance(0.3) ? 0 : random.skewed(1, high);
}

function draftFigures(random: Random, organ: Organ, forms: Draft['forms']): Figures {
  const size = applicationsExpected(random, organ);
  const busy: Busyness = { decisions: levelSize[organ.place.level] * 60, documents: 40, makesRules: mayMakeRules(organ) };
  const tables = [
    disclosureFigures(random, forms.disclosure, busy),
    applicationFigures(random, forms.applications, size),
    remedyFigures(random, size),
  ];
  return new Map(tables.flatMap((table) => [...table]));
}

/** Codes of a form's table in form order, optional rows and columns left out. */
export function codesOf(form: string, table: DraftTable): { code: string; unit: string }[] {
  return formTable(form, table).groups.flatMap((group) =>
    group.rows
      .filter((row) => row.optional !== true)
      .flatMap((row) =>
        group.columns
          .filter((column) => column.optional !== true)
          .map((column) => ({ code: `${table}.${row.code}.${column.code}`, unit: column.unit })),
      ),
  );
}

function printCells(figures: Figures, forms: Draft['forms'], style: NumberStyle): Map<string, PrintedCell> {
  const codes = draftTables.flatMap((table) => codesOf(forms[table], table));
  return new Map(codes.map(({ code, unit }) => [code, printCell(code, figures, style, unit)]));
}

function chooseTitle(random: Random, name: string, year: number): string {
  return random.pick([
    `${name}${year}年政府信息公开工作年度报告`,
    `${name}${year}年度政府信息公开工作年度报告`,
    `${year}年${name}政府信息公开工作年度报告`,
    `${name}${year}年政府信息公开年度报告`,
    `${name}${hanYear(year)}年政府信息公开工作年度报告`,
  ]);
}

function draftSections(random: Random, source: Parameters<typeof overviewProse>[1]): DraftSection[] {
  return [
    { n: 1, heading: '一、总体情况', paragraphs: overviewProse(random, source) },
    { n: 2, heading: '二、主动公开政府信息情况', paragraphs: [], table: 'disclosure' },
    { n: 3, heading: '三、收到和处理政府信息公开申请情况', paragraphs: [], table: 'applications' },
    { n: 4, heading: '四、政府信息公开行政复议、行政诉讼情况', paragraphs: [], table: 'remedies' },
    {
      n: 5,
      heading: random.pick(['五、存在的主要问题及改进情况', '五、政府信息公开工作存在的主要问题及改进情况']),
      paragraphs: problemsProse(random),
    },
    { n: 6, heading: '六、其他需要报告的事项', paragraphs: otherMattersProse(random) },
  ];
}

/** Think up a report: organ, year, forms, figures that balance, and text that agrees with them. */
export function draftReport(seed: number, options: GenerateOptions = {}): Draft {
  const random = createRandom(seed, 'draft');
  const organ = chooseOrgan(random, options);
  const { year, forms } = chooseForms(random, options);
  const figures = draftFigures(random, organ, forms);
  const style = numberStyle(random);
  const day = publicationDay(random, year, organ.coverage === 'aggregate');
  return {
    seed,
    organ,
    year,
    forms,
    title: chooseTitle(random, organ.name, year),
    preamble: `本报告按照《中华人民共和国政府信息公开条例》的要求编制，所列数据的统计期限自${year}年1月1日起至${year}年12月31日止。`,
    published: printedDate(random, day, false),
    signed: random.chance(0.5) ? printedDate(random, daysBefore(day, random.int(0, 3)), true) : null,
    figures,
    style,
    cells: printCells(figures, forms, style),
    sections: draftSections(random, { organ, year, figures, form: forms.disclosure }),
  };
}
