import type { TableCode } from '../../../schemas/forms/index.ts';
import type { Token } from '../tokens/token.ts';

/** Rows below its first within which a table has its head: notes and the numbers of columns may stand above. */
const headDepth = 6;

const year = /^(?:19|20)\d{2}(?:年|$)/;

/** Words that name nothing of the form's table, or years: what the head of another table is made of. */
function isForeign(token: Token, table: TableCode): boolean {
  if (token.kind === 'text') return true;
  if (token.kind === 'value') return year.test(token.raw);
  return token.kind === 'label' && token.senses.every((sense) => sense.table !== table);
}

const namesColumns = (token: Token, table: TableCode): boolean =>
  token.kind === 'label' &&
  token.senses.some((sense) => sense.table === table && (sense.kind === 'column' || sense.kind === 'span' || sense.kind === 'group'));

/** Tokens of one grid row from a place on. */
function rowFrom(tokens: readonly Token[], at: number): readonly Token[] {
  const row = tokens[at]?.segment.row;
  let end = at;
  while (tokens[end]?.segment.row === row) end++;
  return tokens.slice(at, end);
}

/**
 * Whether a printed grid begins at a place that is a table of something else (channels, departments): its head names next to
 * nothing of the form's table, nor is any row below a head of the form. A table cut in two goes on with rows, not with such a head.
 */
export function beginsOtherTable(tokens: readonly Token[], at: number, table: TableCode): boolean {
  const grid = tokens[at]?.segment;
  const before = tokens[at - 1]?.segment;
  // In a text an empty line between two rows may part two tables.
  const goesOn = before && grid && before.table === grid.table && grid.line - before.line < 2;
  if (!grid || grid.row < 0 || goesOn) return false;
  const head = rowFrom(tokens, at);
  const foreign = new Set(head.filter((token) => isForeign(token, table)).map(({ segment }) => segment.column)).size;
  // 总计 and 其他 stand in any head.
  if (foreign < 2 || head.filter((token) => !isForeign(token, table)).length > 1) return false;
  let next = at + head.length;
  for (let depth = 0; depth < headDepth && tokens[next]?.segment.table === grid.table; depth++) {
    const row = rowFrom(tokens, next);
    if (row.filter((token) => namesColumns(token, table)).length > 1) return false;
    next += row.length;
  }
  return true;
}
