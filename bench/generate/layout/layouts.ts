import type { Content } from '../draft/contents.ts';
import * as contents from '../draft/contents.ts';
import type { Readings } from '../readings.ts';
import * as readings from '../readings.ts';
import type { LineEdit } from './edits.ts';
import * as edits from './edits.ts';
import type { Encoding } from './encode.ts';
import { bareFrame, portal } from './frames.ts';
import type { PageStyle } from './html-page.ts';
import { bareWithNbsp, cleanMarkup, wordMarkup } from './html-table.ts';
import * as padded from './padded.ts';
import type { Shape } from './shapes.ts';
import * as shapes from './shapes.ts';
import * as wrapped from './wrapped.ts';
import type { TableWriter } from './writers.ts';
import * as writers from './writers.ts';

/** Script or punctuation of the whole document. */
export type Spelling = 'traditional' | 'half_width';

interface Common {
  readonly name: string;
  /** How the office fills the form; the form's own way when absent. */
  readonly content?: Content;
  readonly spelling?: Spelling;
  readonly encoding?: Encoding;
  /** What may be read; every cell for certain when absent. */
  readonly readings?: Readings;
}

/** A layout as lines of text. `tables` says what stands in a table's place: written lines, nothing, a picture, two reports. */
export interface TextLayout extends Common {
  readonly medium: 'txt' | 'md';
  readonly shape?: Shape;
  readonly tables: TableWriter | 'none' | 'pictures' | 'side_by_side';
  readonly edit?: LineEdit;
}

/** A layout as a web page. */
export interface PageLayout extends Common {
  readonly medium: 'html';
  readonly page: PageStyle;
}

/** How a report is written: as text or as a web page. */
export type Layout = TextLayout | PageLayout;

const text = (name: string, tables: TextLayout['tables'], more: Partial<TextLayout> = {}): TextLayout => ({
  name,
  medium: 'txt',
  tables,
  ...more,
});

const page = (name: string, style: Partial<PageStyle>, more: Partial<PageLayout> = {}): PageLayout => ({
  name,
  medium: 'html',
  page: { shape: shapes.asPrinted, markup: cleanMarkup, frame: bareFrame, ...style },
  ...more,
});

/** Layouts of flattened text seen in the wild. */
export const textLayouts: readonly TextLayout[] = [
  text('cells_spaced', writers.cellPerLine, { edit: edits.spaced }),
  text('cells', writers.cellPerLine),
  text('cells_broken_labels', writers.cellPerLine, { shape: shapes.brokenLabels }),
  text('cells_blank_zeros', writers.cellPerLine, { content: contents.blankZeros }),
  text('cells_blank_but_totals', writers.cellPerLine, { content: contents.blankButTotals }),
  text('cells_blanks_gone', writers.cellPerLine, {
    content: contents.blankZeros,
    edit: edits.withoutBlankLines,
    readings: readings.blanksGone,
  }),
  text('cells_repeats_dropped', writers.cellPerLine, { edit: edits.withoutRepeats, readings: readings.repeatsDropped }),
  text('cells_repeats_and_zeros_dropped', writers.cellPerLine, {
    content: contents.blankZeros,
    edit: edits.edits(edits.withoutBlankLines, edits.withoutRepeats),
    readings: readings.repeatsDropped,
  }),
  text('cells_marks', writers.cellPerLine, { content: contents.noneMarks }),
  text('cells_vertical_labels', writers.cellPerLine, { shape: shapes.verticalLabels }),
  text('cells_repeated_header', writers.cellPerLine, { shape: shapes.repeatedHeader }),
  text('cells_three_remedies', writers.cellPerLine, { shape: shapes.threeRemedies }),
  text('cells_subtotals', writers.cellPerLine, { content: contents.printedSubtotals }),
  text('cells_traditional', writers.cellPerLine, { spelling: 'traditional', edit: edits.spaced }),
  text('pipes', writers.pipes),
  text('pipes_trailing', writers.pipesTrailing, { shape: shapes.spacedLabels }),
  text('pipes_leading', writers.pipesLeading),
  text('pipes_leading_blank_zeros', writers.pipesLeading, { content: contents.blankZeros }),
  text('pipes_marks', writers.pipes, { content: contents.noneMarks }),
  text('pipes_full_width', writers.pipes, { content: contents.fullWidthDigits }),
  text('pipes_half_width', writers.pipes, { spelling: 'half_width' }),
  text('pipes_own_line', writers.pipesOwnLine),
  text('pipes_lone', writers.pipesLone),
  text('pipes_split_heads', writers.pipes, { shape: shapes.splitHeads }),
  text('pipes_split_heads_blank_zeros', writers.pipesLeading, { shape: shapes.splitHeads, content: contents.blankZeros }),
  text('pipes_row_opened', writers.pipesRowOpened),
  text('pipes_row_opened_marks', writers.pipesRowOpened, { content: contents.noneMarks }),
  text('pipes_indented', writers.pipesIndented),
  text('pipes_in_layout_table', writers.pipesInLayout),
  text('pipes_padded', padded.pipesPadded, { content: contents.blankButNewTotals }),
  text('pipes_after_padded', padded.pipesAfterPadded),
  text('pipes_after_padded_blanks', padded.pipesAfterPadded, { content: contents.blankButNewTotals }),
  text('pipes_lone_padded', padded.pipesLonePadded, { shape: shapes.brokenLabels }),
  text('pipes_lone_padded_blanks', padded.pipesLonePadded, { content: contents.blankZeros }),
  text('pipes_metadata', writers.pipes, { edit: edits.metadataPipes }),
  text('pipes_organization_total', writers.pipes, { content: contents.organizationTotal }),
  text('run_together', writers.runTogether, { content: contents.bareNumbers, readings: readings.runsTogether }),
  text('run_with_spaces', writers.runWithSpaces, { content: contents.bareNumbers, readings: readings.runsTogether }),
  text('run_in_one_line', writers.runTogether, { content: contents.bareNumbers, edit: edits.inOneLine, readings: readings.runsTogether }),
  text('spaces', writers.spaces),
  text('spaces_aligned', writers.alignedSpaces),
  text('spaces_page_marks', writers.pdfText),
  text('spaces_metadata', writers.spaces, { edit: edits.metadataLines }),
  text('wrapped_characters', wrapped.wrappedCharacters, { readings: readings.uncertain }),
  text('wrapped_columns', wrapped.wrappedColumns, { readings: readings.uncertain }),
  text('side_by_side', 'side_by_side', { readings: readings.nothing }),
  text('stripped', 'none', { readings: readings.nothing, edit: edits.spaced }),
  text('pictures', 'pictures', { medium: 'md', readings: readings.nothing }),
  text('label_blocks', edits.labelBlocks, { readings: readings.uncertainIn('applications') }),
  text('displaced_label', edits.displacedLabel, { readings: readings.uncertainIn('applications') }),
  text('tabs', writers.tabs),
  text('tabs_blank_zeros', writers.tabs, { content: contents.blankZeros }),
  text('tabs_gb18030', writers.tabs, { encoding: 'gb18030' }),
  text('tabs_utf16', writers.tabs, { encoding: 'utf-16le' }),
  text('markdown', writers.markdown, { medium: 'md' }),
  text('markdown_blank_zeros', writers.markdown, { medium: 'md', content: contents.blankZeros }),
];

const word = { markup: wordMarkup };

/** Layouts of web pages seen in the wild, from bare to heavy. */
export const pageLayouts: readonly PageLayout[] = [
  page('html', {}),
  page('html_portal', { frame: portal(20_000) }),
  page('html_word', { ...word, frame: portal(20_000) }),
  page('html_word_heavy', { ...word, frame: portal(180_000) }),
  page('html_blank_zeros', { markup: { ...cleanMarkup, dress: bareWithNbsp } }, { content: contents.blankZeros }),
  page('html_word_blank_zeros', { ...word, frame: portal(20_000) }, { content: contents.blankButTotals }),
  page('html_marks', {}, { content: contents.noneMarks }),
  page('html_full_width', {}, { content: contents.fullWidthDigits }),
  page('html_thousands', {}, { content: contents.thousandsSeparators }),
  page('html_uneven_spans', { ...word, shape: shapes.unevenSpans }),
  page('html_split_clauses', { shape: shapes.splitClauses }),
  page('html_split_at_page', { shape: shapes.splitAtPage }),
  page('html_three_remedies', { ...word, shape: shapes.threeRemedies }),
  page('html_subtotals', {}, { content: contents.printedSubtotals }),
  page('html_organization_total', {}, { content: contents.organizationTotal }),
  page('html_repeated_header', { shape: shapes.repeatedHeader }),
  page('html_vertical_labels', { shape: shapes.shapes(shapes.verticalLabels, shapes.brokenLabels), frame: portal(5_000) }),
  page('html_layout_tables', { article: 'layout_tables', frame: portal(20_000) }),
  page('html_two_line_title', { titleOnTwoLines: true, frame: portal(5_000) }),
  page('html_unclosed', { markup: { ...cleanMarkup, unclosed: true } }),
  page('html_gb18030', { ...word, frame: portal(20_000) }, { encoding: 'gb18030' }),
  page('html_big5', { frame: portal(5_000) }, { spelling: 'traditional', encoding: 'big5' }),
  page('html_traditional', {}, { spelling: 'traditional' }),
  page('html_utf16', {}, { encoding: 'utf-16le' }),
];

/** Every layout we can render. */
export const layouts: readonly Layout[] = [...textLayouts, ...pageLayouts];

/** The layout with this name; throws when there is none. */
export function layoutNamed(name: string): Layout {
  const layout = layouts.find((candidate) => candidate.name === name);
  if (!layout) throw new Error(`no layout ${name}; there are ${layouts.map((candidate) => candidate.name).join(', ')}`);
  return layout;
}
