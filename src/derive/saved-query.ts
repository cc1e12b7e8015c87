import type { Text } from '../../schemas/tables.ts';
import { sqlText } from './sql-text.ts';

/** Types that a result column or a parameter of a saved query can have, as Trino and DuckDB both name them. */
const sqlTypes = ['varchar', 'bigint', 'integer', 'double', 'date'] as const;
/** A type that Trino and DuckDB name alike. */
export type SqlType = (typeof sqlTypes)[number];

/** Ways to draw a result. `table`: best read as rows. */
const chartKinds = ['line', 'bar', 'dot', 'heat', 'table'] as const;

/** The file beside the saved queries that makes DuckDB answer them as Athena does. */
export const preludeFile = 'duckdb-prelude.sql';

/** The name of the saved query in a file of their folder; null for any other file. */
export const savedQueryName = (file: string): string | null =>
  file.endsWith('.sql') && file !== preludeFile ? file.slice(0, -'.sql'.length) : null;

/** A parameter of a saved query; null as default means "all". */
export interface Parameter extends Text {
  readonly name: string;
  readonly type: SqlType;
  readonly default: string | number | null;
}

/** A column of a saved query's result. */
export interface ResultColumn extends Text {
  readonly name: string;
  readonly type: SqlType;
}

/** How a result is best drawn: which columns lie along and up, and which tells the series apart. */
export interface Chart {
  readonly kind: (typeof chartKinds)[number];
  readonly x?: string;
  readonly y?: string;
  readonly by?: string;
}

/** A saved analysis: one `.sql` file, its header taken apart. `sql` holds `:name` where a parameter goes. */
export interface SavedQuery {
  readonly name: string;
  readonly title: Text;
  readonly question: Text;
  readonly parameters: readonly Parameter[];
  readonly columns: readonly ResultColumn[];
  readonly chart: Chart;
  readonly sql: string;
}

/** What is wrong with a saved query or with a value for it. */
export class SavedQueryError extends Error {}

/** A value that a parameter cannot have. */
export class ParameterError extends SavedQueryError {
  readonly parameter: Pick<Parameter, 'name' | 'type'>;
  readonly value: string;

  constructor({ name, type }: Pick<Parameter, 'name' | 'type'>, value: string | number) {
    super(`${name} has the type ${type}, which "${value}" does not fit`);
    this.parameter = { name, type };
    this.value = String(value);
  }
}

const isType = (word: string | undefined): word is SqlType => sqlTypes.some((type) => type === word);
const isChart = (word: string | undefined): word is Chart['kind'] => chartKinds.some((kind) => kind === word);

/** `name type = default | 中文 | English`; the default is left out for a column. */
function declared(line: string, where: string) {
  const [head = '', zh, en, ...rest] = line.split('|').map((part) => part.trim());
  const match = /^([a-z][a-z0-9_]*) ([a-z]+)(?: = (.+))?$/.exec(head);
  const type = match?.[2];
  if (!match?.[1] || !isType(type) || !zh || !en || rest.length > 0) {
    throw new SavedQueryError(`${where}: expected "name type [= default] | 中文 | English", found "${line}"`);
  }
  return { name: match[1], type, default: match[3], zh, en };
}

function parameter(line: string, where: string): Parameter {
  const { default: printed = 'null', ...rest } = declared(line, where);
  if (printed === 'null') return { ...rest, default: null };
  return { ...rest, default: rest.type === 'varchar' || rest.type === 'date' ? printed : Number(printed) };
}

function column(line: string, where: string): ResultColumn {
  const { name, type, zh, en } = declared(line, where);
  return { name, type, zh, en };
}

function chart(line: string, where: string): Chart {
  const [kind, ...axes] = line.split(' ');
  const pairs = axes.map((axis) => axis.split('='));
  if (!isChart(kind) || pairs.some(([key = '', value]) => !['x', 'y', 'by'].includes(key) || !value)) {
    throw new SavedQueryError(`${where}: expected "line|bar|dot|heat|table x=… y=… by=…", found "${line}"`);
  }
  return { kind, ...Object.fromEntries(pairs) };
}

const keys = ['title.zh', 'title.en', 'question.zh', 'question.en', 'param', 'column', 'chart'] as const;

/** Take a saved query apart. `name` is its file name without `.sql`. Throws SavedQueryError with the line at fault. */
export function parseSavedQuery(name: string, file: string): SavedQuery {
  const lines = file.split('\n');
  const end = lines.findIndex((line) => !line.startsWith('-- '));
  const header = lines.slice(0, end).map((line, at) => {
    const match = /^-- ([a-z.]+): (.+)$/.exec(line);
    const key = keys.find((known) => known === match?.[1]);
    if (!key || !match?.[2]) throw new SavedQueryError(`${name}.sql:${at + 1}: expected "-- key: value" with a key of ${keys.join(', ')}`);
    return { key, value: match[2].trim(), where: `${name}.sql:${at + 1}` };
  });
  const all = (key: string) => header.filter((entry) => entry.key === key);
  const one = (key: string) => {
    const [first, second] = all(key);
    if (!first || second) throw new SavedQueryError(`${name}.sql: needs exactly one "${key}"`);
    return first;
  };
  return {
    name,
    title: { zh: one('title.zh').value, en: one('title.en').value },
    question: { zh: one('question.zh').value, en: one('question.en').value },
    parameters: all('param').map(({ value, where }) => parameter(value, where)),
    columns: all('column').map(({ value, where }) => column(value, where)),
    chart: chart(one('chart').value, one('chart').where),
    sql: lines.slice(end).join('\n').trim().replace(/;$/, ''),
  };
}

const texts = /'(?:[^']|'')*'|--[^\n]*|:([a-z][a-z0-9_]*)/g;

/** A value as SQL writes it; a null keeps its type, so that engines can plan around it. */
function literal(parameter: Parameter, value: string | number | null): string {
  const { type } = parameter;
  if (value === null) return `CAST(NULL AS ${type})`;
  if (type === 'varchar') return sqlText(String(value));
  if (type === 'date') {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(String(value))) throw new ParameterError(parameter, value);
    return `DATE '${value}'`;
  }
  const number = String(value).trim() === '' ? Number.NaN : Number(value);
  if (!Number.isFinite(number) || (type !== 'double' && !Number.isSafeInteger(number))) {
    throw new ParameterError(parameter, value);
  }
  return type === 'double' ? `CAST(${number} AS double)` : String(number);
}

/** The SQL of a saved query with its parameters filled in, as literals that no value can break out of. */
export function renderSavedQuery(query: SavedQuery, values: Readonly<Record<string, string | number | null>> = {}): string {
  const unknown = Object.keys(values).find((name) => !query.parameters.some((known) => known.name === name));
  if (unknown !== undefined) throw new SavedQueryError(`${query.name} has no parameter "${unknown}"`);
  return query.sql.replace(texts, (found, name?: string) => {
    if (name === undefined) return found;
    const known = query.parameters.find((candidate) => candidate.name === name);
    if (!known) throw new SavedQueryError(`${query.name}.sql uses :${name}, which its header does not declare`);
    return literal(known, Object.hasOwn(values, name) ? (values[name] ?? null) : known.default);
  });
}
