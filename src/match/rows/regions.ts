import type { TableCode } from '../../../schemas/forms/index.ts';
import type { Token } from '../tokens/token.ts';
import { bareRemedies, unheadedRemedies } from './bare-remedies.ts';
import { beginsOtherTable } from './other-table.ts';

/** The tokens of one printed table of a form. */
export interface Region {
  readonly table: TableCode;
  readonly tokens: readonly Token[];
  /** Line of the first and of the last token. */
  readonly from: number;
  readonly to: number;
  /** Line of what follows the table. */
  readonly nextLine: number;
}

type FormTableCode = Exclude<TableCode, 'statistics'>;
const formTables: readonly FormTableCode[] = ['disclosure', 'applications', 'remedies'];

/** Chinese characters of running text after which a table is over. */
const proseLength = 40;
/** Tokens that are looked at ahead to tell a table's head from the same words in prose. */
const headLength = 16;
/** Figures of two rows of table 3. */
const mostFigures = 14;

/** Whether a token is a label of a table. */
const isLabelOf = (token: Token, table: TableCode): boolean =>
  token.kind === 'label' && token.senses.some((sense) => sense.table === table);

/** A head: labels of columns close together. Prose names rows in plenty, but no run of column headers. */
function isHead(tokens: readonly Token[], at: number, table: FormTableCode): boolean {
  const first = tokens[at];
  if (!first || !isLabelOf(first, table)) return false;
  const columns = new Set<string>();
  let labels = 0;
  let marks = 0;
  let prose = 0;
  for (let ahead = at; ahead < at + headLength; ahead++) {
    const token = tokens[ahead];
    if (!token || (token.kind === 'section' && ahead > at)) break;
    if (token.kind === 'text') prose += token.characters;
    if (prose > 12) break;
    if (token.kind !== 'label' || !isLabelOf(token, table)) continue;
    labels++;
    for (const sense of token.senses) {
      if (sense.table !== table) continue;
      if (sense.kind === 'column') columns.add(sense.code);
      if (sense.kind === 'group' || sense.code === '申请人情况' || sense.code === '信息内容') marks++;
    }
  }
  return columns.size >= 3 || (columns.size >= 1 && marks >= 1) || (table === 'disclosure' && columns.size >= 2 && labels >= 4);
}

/** Whether a label names a row of table 3. */
const namesRow = (token: Token, code: string): boolean =>
  token.kind === 'label' && token.senses.some((sense) => sense.table === 'applications' && sense.code === code);

/** A row of table 3 with its full label and numbers behind it: a table whose head is lost. */
function isHeadlessRow(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.kind !== 'label' || !token.enumerator) return false;
  if (!namesRow(token, 'new_received')) return false;
  const next = tokens[at + 1];
  return next?.kind === 'value' && tokens.slice(at, at + 24).some((ahead) => namesRow(ahead, 'carried_in'));
}

const startsTable = (tokens: readonly Token[], at: number): FormTableCode | null =>
  formTables.find((table) => isHead(tokens, at, table)) ?? (isHeadlessRow(tokens, at) ? 'applications' : null);

const noteMark = /^[*※(]{0,2}(?:注|备注|附注|说明)[)]?\s*(?:[:(1一①])/;

/** Who filled the form in, and when: printed below a table, often as its last row. */
const signOff = /^(?:单位)?(?:(?:填报|填表|制表|审核|经办|联系|负责)(?:人|单位|日期|时间)|联系(?:电话|方式)|电话)\s*:/;

const longestSignOff = 10;

/** A note below the one row of table 4; in other tables rows may follow a note. */
const isNote = (token: Token, table: FormTableCode, cells: number, text: string): boolean =>
  table === 'remedies' &&
  cells >= 5 &&
  (((token.segment.row < 0 || token.segment.column === 0) && noteMark.test(text.slice(token.start, token.start + 8))) ||
    signOff.test(text.slice(token.start, token.start + longestSignOff)));

/** Whether two tokens stand in one row of a grid. */
const isBeside = ({ segment }: Token, before: Token | undefined): boolean => segment.row >= 0 && segment.row === before?.segment.row;

/** Where the table that starts at `from` ends (exclusive): at a section, another table, a note, or running text. */
function tableEnd(tokens: readonly Token[], from: number, table: FormTableCode, text: string): number {
  let cells = 0;
  let prose = 0;
  let end = from + 1;
  let foreign = 0;
  for (let at = from; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token || token.kind === 'section' || (at > from && beginsOtherTable(tokens, at, table))) break;
    if (table === 'applications' && unheadedRemedies(tokens, at)) break;
    if (token.kind === 'value' || token.kind === 'blank') cells++;
    if (token.kind === 'text') {
      if (isNote(token, table, cells, text)) break;
      prose += token.segment.row >= 0 ? Math.min(token.characters, 4) : token.characters;
      if (prose > proseLength) break;
      // Words in the last cells of a row are what those cells say.
      if (isBeside(token, tokens[end - 1])) end = at + 1;
    } else if (token.kind === 'label') {
      if (!isLabelOf(token, table)) {
        const other = startsTable(tokens, at);
        if (other && other !== table) break;
        if (++foreign > 6) break;
        continue;
      }
      prose = 0;
      foreign = 0;
      end = at + 1;
    } else if (prose <= 12) end = at + 1;
  }
  return end;
}

/** Where the figures right before a table's first row begin: labels may stand behind their figures. A head has none before it. */
function figuresBefore(tokens: readonly Token[], at: number, over: number): number {
  if (!isHeadlessRow(tokens, at)) return at;
  let from = at;
  while (from > over && at - from < mostFigures && tokens[from - 1]?.kind === 'value') from--;
  return from;
}

interface Found {
  readonly table: FormTableCode;
  /** Its first token, and the first behind it. */
  readonly from: number;
  readonly end: number;
}

/** The table that a label begins, or the heading of a section right above its figures. `last`: the one that ended at `over`. */
function tableAt(tokens: readonly Token[], at: number, over: number, last: Region | undefined, text: string): Found | null {
  const bare = bareRemedies(tokens, at) ?? (at === over && last?.table === 'applications' ? unheadedRemedies(tokens, at) : null);
  if (bare) return { table: 'remedies', ...bare };
  const table = tokens[at]?.kind === 'label' ? startsTable(tokens, at) : null;
  return table && { table, from: figuresBefore(tokens, at, over), end: tableEnd(tokens, at, table, text) };
}

/** Find the printed tables of a document, `text` its stream; one form's table may come in several pieces. */
export function findRegions(tokens: readonly Token[], text: string): Region[] {
  const regions: Region[] = [];
  let over = 0;
  for (let at = 0; at < tokens.length; at++) {
    const found = tableAt(tokens, at, over, regions.at(-1), text);
    if (!found) continue;
    const { table, from, end } = found;
    const part = tokens.slice(from, end);
    over = end;
    regions.push({
      table,
      tokens: part,
      from: part[0]?.segment.line ?? 0,
      to: part.at(-1)?.segment.line ?? 0,
      nextLine: tokens[end]?.segment.line ?? 0,
    });
    at = end - 1;
  }
  return regions;
}
