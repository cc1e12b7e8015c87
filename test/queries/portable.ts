// What neither the Trino grammar nor DuckDB refuses, though one of them would answer otherwise or not at all.

interface Token {
  readonly text: string;
  readonly depth: number;
}

const pattern = /--[^\n]*|'(?:[^']|'')*'|"[^"]*"|`|::|<>|<=|>=|\|\||[a-z_][a-z0-9_]*|\d+(?:\.\d+)?|\S/gi;

/** Tokens with the depth of parentheses they stand in; comments left out. */
function tokens(sql: string): Token[] {
  const found: Token[] = [];
  let depth = 0;
  for (const [text] of sql.matchAll(pattern)) {
    if (text.startsWith('--')) continue;
    if (text === ')') depth--;
    found.push({ text, depth });
    if (text === '(') depth++;
  }
  return found;
}

const words = (list: string) => new Set(list.split(' '));
/** Functions that Trino and DuckDB (with its prelude) both have, with one meaning. */
const functions = words(
  'abs avg cast coalesce count count_if date_diff date_trunc max max_by min min_by nullif round substr sum try_cast row_number rank lag lead split_part strpos lower upper',
);
const keywords = words(
  'in as and or not on over filter values select from where by then when else exists between using with join is distinct having union all',
);
const types = words('varchar bigint integer double date boolean');
const clauses = words('where group having order limit union window');

const word = (token: Token | undefined) => token?.text.toLowerCase() ?? '';
const isName = (token: Token | undefined) => /^[a-z_]/i.test(token?.text ?? '');

function unknownFunctions(all: readonly Token[]): string[] {
  return all.flatMap((token, at) => {
    const called = isName(token) && word(all[at + 1]) === '(' && !keywords.has(word(token));
    // `AS d (decision)` names the columns of a relation.
    const relation = word(all[at - 1]) === 'as';
    return called && !relation && !functions.has(word(token)) ? [`function ${token.text} is not on the list`] : [];
  });
}

/** Aliases of one SELECT that its own WHERE, GROUP BY or HAVING names: DuckDB takes them, Trino does not. */
function aliasUsesIn(block: readonly Token[]): string[] {
  const from = block.findIndex((token) => word(token) === 'from');
  const aliases = new Set(block.slice(0, from).flatMap((token, at, list) => (word(list[at - 1]) === 'as' ? [word(token)] : [])));
  let clause = '';
  return block.slice(from).flatMap((token, at, list) => {
    if (clauses.has(word(token))) clause = word(token);
    if (word(token) === 'by' && word(list[at + 1]) === 'all') return [`${clause.toUpperCase()} BY ALL`];
    const bare = isName(token) && word(list[at - 1]) !== '.' && word(list[at + 1]) !== '.';
    const judged = clause === 'where' || clause === 'group' || clause === 'having';
    return bare && judged && aliases.has(word(token)) ? [`alias ${token.text} is used in ${clause.toUpperCase()}`] : [];
  });
}

function aliasUses(all: readonly Token[]): string[] {
  return all.flatMap((token, start) => {
    if (word(token) !== 'select') return [];
    const end = all.findIndex((other, at) => at > start && other.depth < token.depth);
    return aliasUsesIn(all.slice(start, end < 0 ? all.length : end).filter(({ depth }) => depth === token.depth));
  });
}

/** A divisor that is not NULLIF(…, 0): Trino fails on 1/0 where DuckDB answers. */
const divisions = (all: readonly Token[]): string[] =>
  all.flatMap((token, at) => (token.text === '/' && word(all[at + 1]) !== 'nullif' ? ['a divisor that is not NULLIF(…, 0)'] : []));

/** Types a CAST names. */
function castTypes(all: readonly Token[]): string[] {
  return all.flatMap((token, at) => {
    if (word(token) !== 'cast') return [];
    const inside = all.slice(at + 2);
    const as = inside.findIndex((other) => other.depth === token.depth + 1 && word(other) === 'as');
    return types.has(word(inside[as + 1])) ? [] : [`the type ${word(inside[as + 1])}`];
  });
}

/** FILTER (…) OVER (…): Trino 435 knows no filter of a window function, which only the engine says, not its grammar. */
const filteredWindows = (all: readonly Token[]): string[] =>
  all.flatMap((token, at) => {
    if (word(token) !== 'filter' || word(all[at + 1]) !== '(') return [];
    const close = all.findIndex((other, end) => end > at && other.text === ')' && other.depth === token.depth);
    return word(all[close + 1]) === 'over' ? ['FILTER of a window function'] : [];
  });

/** What is wrong with a statement that has to run on Athena (Trino) and on DuckDB alike; empty when nothing is. */
export function portabilityFaults(sql: string): string[] {
  const all = tokens(sql);
  const plain = all.flatMap(({ text }) => {
    if (text === '`') return ['backticks'];
    if (text === '::') return ['the cast ::'];
    return /^(ilike|qualify|exclude|pivot|sample|asof|positional)$/i.test(text) ? [`the word ${text}`] : [];
  });
  const ordered = all.some((token, at) => token.depth === 0 && word(token) === 'order' && word(all[at + 1]) === 'by');
  const parts = [castTypes, unknownFunctions, aliasUses, divisions, filteredWindows].flatMap((faultsOf) => faultsOf(all));
  return [...plain, ...(ordered ? [] : ['no ORDER BY']), ...parts];
}

/** The columns of the result that the last ORDER BY names, or null where it sorts by something else too. */
export function orderKeys(sql: string, columns: readonly string[]): string[] {
  const list = tokens(sql.slice(sql.lastIndexOf('ORDER BY') + 'ORDER BY'.length)).map(({ text }) => text);
  const parts = list
    .join(' ')
    .split(' , ')
    .map((part) => part.replace(/ (DESC|ASC)$/, '').replace(/^\w+ \. /, ''));
  return parts.filter((part) => columns.includes(part));
}
