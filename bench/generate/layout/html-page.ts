import type { Draft } from '../draft/draft.ts';
import type { Random } from '../random.ts';
import { escapeHtml, type TableMarkup, tableHtml } from './html-table.ts';
import { draftTable } from './lines.ts';
import type { Shape } from './shapes.ts';

/** The site around an article: its markup, and how heavy it is. */
export type Frame = (article: string, draft: Draft, random: Random) => string;

/** How a report becomes a page. */
export interface PageStyle {
  readonly shape: Shape;
  readonly markup: TableMarkup;
  readonly frame: Frame;
  /** Prints the agency on a line above the title. */
  readonly titleOnTwoLines?: true;
  /** Puts the whole article into one table, tables of the form nested or as its rows. */
  readonly article?: 'sections' | 'layout_tables';
  readonly transform?: (html: string) => string;
}

function titleHtml(draft: Draft, style: PageStyle): string {
  const rest = draft.title.replace(draft.organ.name, '');
  if (style.titleOnTwoLines && draft.title.startsWith(draft.organ.name))
    return `<h2>${draft.organ.name}</h2>\n<h1>${escapeHtml(rest)}</h1>`;
  return `<h1>${escapeHtml(draft.title)}</h1>`;
}

function sectionHtml(draft: Draft, section: Draft['sections'][number], style: PageStyle, random: Random): string {
  const tables = section.table ? style.shape(draftTable(draft, section.table), random) : [];
  const parts = [
    `<p><strong>${section.heading}</strong></p>`,
    ...tables.map((table) => tableHtml(table, style.markup, random)),
    ...section.paragraphs.map((paragraph) => `<p>　　${escapeHtml(paragraph.text)}</p>`),
  ];
  return parts.join('\n');
}

const inLayoutTable = (html: string) => `<table width="100%" border="0"><tr><td valign="top">\n${html}\n</td></tr></table>`;

/** The article alone: title, date, sections, signature. */
function articleHtml(draft: Draft, style: PageStyle, random: Random): string {
  const wrap = style.article === 'layout_tables' ? inLayoutTable : (html: string) => html;
  const signature = draft.signed
    ? [`<p style="text-align:right">${draft.organ.name}</p>`, `<p style="text-align:right">${draft.signed.text}</p>`]
    : [];
  return [
    titleHtml(draft, style),
    `<p class="info">发布日期：${draft.published.text}</p>`,
    `<p>　　${escapeHtml(draft.preamble)}</p>`,
    ...draft.sections.map((section) => wrap(sectionHtml(draft, section, style, random))),
    ...signature,
  ].join('\n');
}

/** A whole page. */
export function pageHtml(draft: Draft, style: PageStyle, random: Random): string {
  const html = style.frame(articleHtml(draft, style, random), draft, random);
  return style.transform ? style.transform(html) : html;
}
