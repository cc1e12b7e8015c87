import type { Random } from '../random.ts';
import type { GridCell, PrintedTable } from './grid.ts';

/** How the text of one cell is marked up. */
export type Dress = (text: string, random: Random) => string;

/** Markup characters as entities; a line break inside a cell becomes `<br>`. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (mark) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[mark] ?? mark).replaceAll('\n', '<br>');

/** Text and nothing else. */
export const bare: Dress = (text) => escapeHtml(text);

/** As `bare`, but a cell without text holds a non-breaking space. */
export const bareWithNbsp: Dress = (text) => (text === '' ? '&nbsp;' : escapeHtml(text));

const fonts = ['仿宋_GB2312', '宋体', 'Times New Roman', '方正仿宋_GBK'] as const;

/** Characters cut over neighbouring spans, as Word does between scripts and after edits. */
function cutSpans(text: string, random: Random): string {
  if (text.length < 2 || !random.chance(0.25)) return `<span style="font-size:10.5pt">${escapeHtml(text)}</span>`;
  const at = random.int(1, text.length - 1);
  return `<span>${escapeHtml(text.slice(0, at))}</span><span lang="EN-US" style="font-family:${random.pick(fonts)}">${escapeHtml(text.slice(at))}</span>`;
}

/** Pasted from Word: paragraphs, fonts, office tags, spans that cut numbers and labels. */
export const wordPasted: Dress = (text, random) => {
  if (text === '') return random.pick(['&nbsp;', '<p class="MsoNormal">&nbsp;</p>', '<span><o:p>&nbsp;</o:p></span>', '']);
  const family = random.pick(fonts);
  const inner = cutSpans(text, random);
  return random.pick([
    `<p class="MsoNormal" align="center" style="text-align:center;mso-pagination:widow-orphan;line-height:20.0pt;mso-line-height-rule:exactly"><span style="font-family:${family};mso-bidi-font-family:宋体;color:black;font-size:12.0000pt">${inner}<o:p></o:p></span></p>`,
    `<p style="text-align:center;"><font face="${family}">${inner}</font></p>`,
    `\n\t<div><p><strong>${inner}</strong></p></div>\n`,
    `\n      ${inner}&nbsp;\n    `,
  ]);
};

/** How a table is tagged around its cells. */
export interface TableMarkup {
  readonly dress: Dress;
  readonly open: (random: Random) => string;
  readonly cellAttributes: (cell: GridCell, random: Random) => string;
  /** Leave out `</td>` and `</tr>`, as HTML allows. */
  readonly unclosed?: true;
}

/** A table without any styling. */
export const cleanMarkup: TableMarkup = { dress: bare, open: () => '<table border="1">', cellAttributes: () => '' };

/** A table as Word pastes it. */
export const wordMarkup: TableMarkup = {
  dress: wordPasted,
  open: (random) =>
    `<table class="MsoNormalTable" border="${random.int(0, 1)}" cellspacing="0" cellpadding="0" style="border-collapse:collapse;mso-table-layout-alt:fixed;mso-padding-alt:0.0000pt 5.4000pt 0.0000pt 5.4000pt;">`,
  cellAttributes: (_cell, random) =>
    ` width="${random.int(30, 200)}" valign="${random.pick(['center', 'top'])}" style="width:${random.int(20, 160)}.${random.int(1000, 9999)}pt;padding:0.0000pt 5.4000pt 0.0000pt 5.4000pt;border-left:none;mso-border-left-alt:none;border-right:1.0000pt solid windowtext;mso-border-right-alt:0.5000pt solid windowtext;border-top:none;"`,
};

const spans = (cell: GridCell) =>
  `${cell.columns > 1 ? ` colspan="${cell.columns}"` : ''}${cell.rows > 1 ? ` rowspan="${cell.rows}"` : ''}`;

/** A printed table as HTML. */
export function tableHtml(table: PrintedTable, markup: TableMarkup, random: Random): string {
  const closeCell = markup.unclosed ? '' : '</td>';
  const closeRow = markup.unclosed ? '' : '</tr>';
  const cellHtml = (cell: GridCell) =>
    `<td${spans(cell)}${markup.cellAttributes(cell, random)}>${markup.dress(cell.text, random)}${closeCell}`;
  const rows = table.rows.map((row) => `<tr>\n${row.map(cellHtml).join('\n')}\n${closeRow}`);
  return `${markup.open(random)}\n${rows.join('\n')}\n</table>`;
}
