import type { TableCode } from '../../../schemas/forms/index.ts';
import { closestRow } from '../labels/closest.ts';
import type { Sense } from '../labels/vocabulary.ts';
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

/**
 * Whether the figures of one printed row may be those of several rows of the form: it names two, or stands between two labels (table 3);
 * it names a remedy behind figures that have outcomes of their own beside them (table 4).
 */
export function isShared(tokens: readonly Token[], table: TableCode): boolean {
  if (table === 'remedies') return isNamedBehind(tokens);
  const named = tokens.flatMap((token) => (token.kind === 'label' && namesRow(token, table) ? (nameOf(token, table) ?? []) : []));
  if (new Set(named).size > 1) return true;
  // In nearly all rows the labels stand before the figures.
  if (tokens.findLastIndex(({ kind }) => kind === 'label') < tokens.findIndex(isValue)) return false;
  return standBetweenLabels(tokens, table) || isNamedAgain(tokens, table);
}

/** Whether the name of a remedy stands behind the last figure, none before it, and an outcome does: the name is a head of what follows. */
function isNamedBehind(tokens: readonly Token[]): boolean {
  const last = tokens.findLastIndex(isValue);
  const isNamed = (side: readonly Token[], wanted: Sense['kind']) =>
    side.some((token) => token.kind === 'label' && token.senses.some(({ table, kind }) => table === 'remedies' && kind === wanted));
  const before = tokens.slice(0, Math.max(last, 0));
  return isNamed(before, 'column') && !isNamed(before, 'row') && isNamed(tokens.slice(last + 1), 'row');
}

/** Whether figures stand between a label of one row or heading and that of another: they may be either's. */
function standBetweenLabels(tokens: readonly Token[], table: TableCode): boolean {
  const first = tokens.findIndex(isValue);
  if (first < 0) return false;
  const sides = [tokens.slice(0, first), tokens.slice(tokens.findLastIndex(isValue) + 1)];
  const [before, behind] = sides.map((side) => side.flatMap((token) => (token.kind === 'label' ? (nameOf(token, table) ?? []) : [])));
  return behind?.some((name) => before?.some((other) => other !== name)) ?? false;
}

const isValue = (token: Token) => token.kind === 'value';

/** The row or heading that a label names; null for one that is a column's, or another table's. */
function nameOf({ senses, enumerator }: LabelToken, table: TableCode): string | null {
  const own = senses.filter((sense) => sense.table === table);
  const mayBeColumn = own.some(({ kind }) => kind === 'column') && enumerator === null;
  return mayBeColumn ? null : (own.find(({ kind }) => kind === 'row' || kind === 'heading')?.code ?? null);
}

/** Whether a row is named again behind figures of its own, as that of a table beside it: which of the two figures are meant cannot be told. */
function isNamedAgain(tokens: readonly Token[], table: TableCode): boolean {
  const named = tokens.flatMap((token, at) => (token.kind === 'label' ? [{ at, name: nameOf(token, table) }] : []));
  return named.some(
    ({ at, name }, n) =>
      name !== null && named.slice(0, n).some((other) => other.name === name && tokens.slice(other.at, at).some(isValue)),
  );
}

/** Words at one end of a grid row: an unknown label. Between figures they are the words of a cell. */
export function unknownLabel(tokens: readonly Token[]): TextToken | null {
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
