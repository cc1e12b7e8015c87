import type { TableCode } from '../../../schemas/forms/index.ts';
import { closestRow } from '../labels/closest.ts';
import type { LabelToken, TextToken, Token } from '../tokens/token.ts';

/** The label of a grid row: the last one that means a row, unless the row is a head (其他 and 总计 are both). */
export function gridLabel(labels: readonly LabelToken[], values: number, table: TableCode, inHead: boolean): LabelToken | null {
  const meaning = labels.filter((label) => label.senses.some((s) => s.table === table && (s.kind === 'row' || s.kind === 'heading')));
  const last = meaning.at(-1) ?? null;
  if (!last || values > 0) return last && table === 'remedies' && values >= 15 ? null : last;
  const columnsToo = labels.filter((label) => label.senses.some((s) => s.table === table && s.kind === 'column'));
  if (last.enumerator || (!inHead && labels.length === 1)) return table === 'remedies' ? null : last;
  return columnsToo.length >= 2 || columnsToo.includes(last) || table === 'remedies' ? null : last;
}

/** Whether a label names a row here: （七）总计 does, which without its enumerator may be a column's. A heading may stand beside its first row. */
const namesRow = ({ senses, enumerator }: LabelToken, table: TableCode): boolean => {
  const kinds = new Set(senses.filter((sense) => sense.table === table).map(({ kind }) => kind));
  return kinds.delete('row') && (kinds.size === 0 || (kinds.size === 1 && kinds.has('column') && enumerator !== null));
};

/** How many rows the labels of one printed row name (table 3). */
export function rowsNamed(labels: readonly LabelToken[], table: TableCode): number {
  if (table === 'remedies') return 0;
  const own = labels.filter((label) => namesRow(label, table));
  return new Set(own.map(({ senses }) => senses.find((sense) => sense.table === table && sense.kind === 'row')?.code)).size;
}

/** Words at one end of a grid row: an unknown label. Between figures they are the words of a cell. */
export function unknownLabel(tokens: readonly Token[]): TextToken | null {
  const isValue = (token: Token) => token.kind === 'value';
  const at = tokens.findIndex((token) => token.kind === 'text' && token.characters > 0);
  const token = tokens[at];
  const isWithin = tokens.slice(0, at).some(isValue) && tokens.slice(at + 1).some(isValue);
  // 见附件2: words and a figure in one cell are what the cell says.
  if (tokens[at + 1]?.segment === token?.segment && tokens[at + 1]?.kind === 'value') return null;
  return token?.kind === 'text' && !isWithin ? token : null;
}

/** The label of a row, misspelt, behind that of its heading: the figures are the row's. */
export function misspeltBehind(heading: LabelToken, tokens: readonly Token[], table: TableCode, text: string): TextToken | null {
  const own = heading.senses.filter((sense) => sense.table === table);
  if (!own.every(({ kind }) => kind === 'heading')) return null;
  const words = tokens.slice(tokens.indexOf(heading) + 1).find((token) => token.kind === 'text');
  return words && closestRow(table, text.slice(words.start, words.end)) ? words : null;
}
