import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  ParameterError,
  parseSavedQuery,
  renderSavedQuery,
  type SavedQuery,
  type SqlType,
  savedQueryName,
} from '../../../src/derive/saved-query.ts';
import { Failure } from '../../failure.ts';
import type { Io } from '../../io.ts';
import type { Text } from '../../text/language.ts';
import { similar } from '../../text/similar.ts';
import { didYouMean } from '../../text/usage.ts';
import { packageRoot } from '../package-root.ts';

const folder = () => join(packageRoot(), 'queries');

/** Names of the saved queries, sorted. */
export const savedQueryNames = (): readonly string[] =>
  readdirSync(folder())
    .flatMap((file) => savedQueryName(file) ?? [])
    .sort();

const read = (name: string): SavedQuery => parseSavedQuery(name, readFileSync(join(folder(), `${name}.sql`), 'utf8'));

/** The saved query a person named. Throws `unknown_query`, with what may have been meant. */
export function savedQuery(io: Io, name: string): SavedQuery {
  const names = savedQueryNames();
  if (names.includes(name)) return read(name);
  throw new Failure('unknown_query', { name, suggestion: didYouMean(similar(name, names), io.language) });
}

/** All saved queries, by name. */
export const savedQueries = (): readonly SavedQuery[] => savedQueryNames().map(read);

const whole = { zh: '整数', en: 'a whole number' };
const expected: Readonly<Record<SqlType, Text>> = {
  varchar: { zh: '文字', en: 'a text' },
  bigint: whole,
  integer: whole,
  double: { zh: '数字', en: 'a number' },
  date: { zh: '日期，例如 2024-12-31', en: 'a date like 2024-12-31' },
};

/** The SQL of a saved query with values as typed after `-p`, each `name=value`. Throws a Failure for what does not fit. */
export function filledQuery(io: Io, query: SavedQuery, typed: readonly string[]): string {
  const values: Record<string, string> = {};
  const known = query.parameters.map(({ name }) => name);
  for (const pair of typed) {
    const at = pair.indexOf('=');
    if (at < 1) throw new Failure('parameter_invalid', { pair });
    const name = pair.slice(0, at);
    if (!known.includes(name)) {
      const suggestion = didYouMean(similar(name, known), io.language);
      throw new Failure('unknown_parameter', { query: query.name, name, suggestion, known: known.join(', ') });
    }
    values[name] = pair.slice(at + 1);
  }
  try {
    return renderSavedQuery(query, values);
  } catch (error) {
    if (!(error instanceof ParameterError)) throw error;
    const { name, type } = error.parameter;
    throw new Failure('parameter_value', { name, value: error.value, expected: io.text(expected[type]) });
  }
}
