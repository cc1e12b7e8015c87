import type { Truth, TruthCell } from '../accuracy/truth.ts';
import { sumChecks } from './draft/checks.ts';
import type { Draft } from './draft/draft.ts';
import { noTables, pictures, sideBySide } from './layout/edits.ts';
import { encode, toTraditional } from './layout/encode.ts';
import { pageHtml } from './layout/html-page.ts';
import type { Layout, PageLayout, TextLayout } from './layout/layouts.ts';
import { type OutLine, reportLines, type TableText } from './layout/lines.ts';
import { asPrinted } from './layout/shapes.ts';
import { createRandom, type Random } from './random.ts';
import { certain, nothing } from './readings.ts';

/** A report in one layout: the file, and what reading it must give. */
export interface Rendered {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly layout: string;
  readonly truth: Truth;
  /** Line of each cell, 1-based; null where the layout is no text of one line per row or cell. */
  readonly lines: ReadonlyMap<string, number> | null;
}

function tableText(layout: TextLayout, draft: Draft, random: Random): TableText {
  const { tables } = layout;
  if (tables === 'none') return noTables;
  if (tables === 'pictures') return pictures;
  if (tables === 'side_by_side') return sideBySide(draft, random);
  return (table) => (layout.shape ?? asPrinted)(table, random).flatMap((piece) => tables(piece, random));
}

const halfWidth = (text: string) => text.replace(/[（），：]/g, (mark) => ({ '（': '(', '）': ')', '，': ',', '：': ':' })[mark] ?? mark);

/** The document's own spelling of a text; Big5 has no 〇, pages in it write ○. */
function spell(layout: Layout): (text: string) => string {
  if (layout.spelling === 'half_width') return halfWidth;
  if (layout.spelling !== 'traditional') return (text) => text;
  return layout.encoding === 'big5' ? (text) => toTraditional(text).replaceAll('〇', '○') : toTraditional;
}

function textOf(layout: TextLayout, draft: Draft, random: Random): OutLine[] {
  const lines = reportLines(draft, tableText(layout, draft, random));
  return layout.edit ? layout.edit(lines, draft, random) : lines;
}

function pageOf(layout: PageLayout, draft: Draft, random: Random): string {
  const html = spell(layout)(pageHtml(draft, layout.page, random));
  return html.replace('charset="utf-8"', `charset="${layout.encoding ?? 'utf-8'}"`);
}

function checksOf(draft: Draft, cells: ReadonlyMap<string, TruthCell>): Truth['checks'] {
  const uncertain = [...cells.values()].some((cell) => cell.accept !== undefined);
  if (uncertain || cells.size === 0) return undefined;
  const values = new Map([...cells].map(([code, cell]) => [code, cell.status === 'solved' ? null : cell.value]));
  return sumChecks(draft.forms.applications, values).map(({ id, instance, outcome }) => ({ id, instance, outcome }));
}

function identityOf(draft: Draft, spelled: (text: string) => string): Pick<Truth, 'agency' | 'report'> {
  const { organ, year } = draft;
  return {
    agency: {
      agency_id: organ.agencyId,
      name: organ.name,
      kind: organ.kind,
      division_code: organ.place.code,
      division_level: organ.place.level,
    },
    report: {
      kind: 'annual_report',
      year,
      title: spelled(draft.title),
      period_start: `${year}-01-01`,
      period_end: `${year}-12-31`,
      published: draft.published.iso,
      signed: draft.signed?.iso ?? null,
      coverage: organ.coverage,
    },
  };
}

function truthOf(layout: Layout, draft: Draft, cells: ReadonlyMap<string, TruthCell>): Truth {
  const tablesLost = layout.readings === nothing;
  const checks = checksOf(draft, cells);
  const paragraphs = draft.sections.flatMap((section) => section.paragraphs);
  return {
    layout: layout.name,
    ...identityOf(draft, spell(layout)),
    ...(tablesLost
      ? { no_numbers: ['disclosure', 'applications', 'remedies'] }
      : {
          forms: { disclosure: draft.forms.disclosure, applications: draft.forms.applications, remedies: 'common' },
          ...(layout.readings ? {} : { tables: { disclosure: 'present', applications: 'present', remedies: 'present' } }),
          cells: Object.fromEntries(cells),
        }),
    mentions: paragraphs.flatMap((paragraph) =>
      paragraph.statements.map(({ code, value, snippet }) => ({ code, value, snippet: spell(layout)(snippet) })),
    ),
    mentions_complete: true,
    prose_numbers: paragraphs.flatMap((paragraph) => paragraph.otherNumbers),
    ...(checks ? { checks } : {}),
  };
}

const linesOf = (lines: readonly OutLine[]): Map<string, number> =>
  new Map(lines.flatMap((line, index) => (line.codes ?? []).map((code) => [code, index + 1] as const)));

/** Write a draft in a layout. The same draft and layout give the same bytes. */
export function renderDraft(original: Draft, layout: Layout): Rendered {
  const random = createRandom(original.seed, layout.name);
  const draft = layout.content ? layout.content(original, random) : original;
  const lines = layout.medium === 'html' ? [] : textOf(layout, draft, random);
  const text = layout.medium === 'html' ? pageOf(layout, draft, random) : spell(layout)(lines.map((line) => line.text).join('\n'));
  const cells = (layout.readings ?? certain)(draft, lines);
  return {
    name: `${layout.name}_${original.seed}.${layout.medium}`,
    bytes: encode(text, layout.encoding ?? 'utf-8'),
    layout: layout.name,
    truth: truthOf(layout, draft, cells),
    lines: layout.medium === 'html' ? null : linesOf(lines),
  };
}
