import { type TableName, tableNames, tables } from '../../schemas/tables.ts';
import { Failure } from '../failure.ts';
import type { Io } from '../io.ts';
import type { RefusalKind, SqlRefusal } from '../local/sql/refusal.ts';
import type { MessageCode } from './messages/index.ts';
import { similar } from './similar.ts';
import { didYouMean } from './usage.ts';
import { displayWidth, printable } from './width.ts';

const codes: Readonly<Record<RefusalKind, MessageCode>> = {
  not_one: 'sql_not_one',
  not_select: 'sql_not_select',
  syntax: 'sql_syntax',
  no_table: 'sql_no_table',
  no_column: 'sql_no_column',
  no_function: 'sql_no_function',
  forbidden: 'sql_forbidden',
  interrupted: 'sql_interrupted',
  other: 'sql_refused',
};

/** The line of the statement at fault, with a mark under the place. */
function excerpt(sql: string, at: number): string {
  const before = sql.slice(0, at);
  const n = before.split('\n').length;
  const start = before.lastIndexOf('\n') + 1;
  const line = sql.slice(start).split('\n')[0] ?? '';
  const number = String(n);
  const gap = ' '.repeat(displayWidth(printable(before.slice(start)).replaceAll('\t', ' ')));
  const word = /^\w+/.exec(sql.slice(at))?.[0] ?? ' ';
  return `\n  ${number} │ ${printable(line).replaceAll('\t', ' ')}\n  ${' '.repeat(number.length)} │ ${gap}${'^'.repeat(word.length)}`;
}

/** Tables the statement names: their columns are what a mistyped column may have meant. */
function namesFor(kind: RefusalKind, sql: string): readonly string[] {
  if (kind === 'no_table') return tableNames;
  const words = new Set(sql.toLowerCase().match(/\w+/g));
  const named = tableNames.filter((name) => words.has(name));
  return (named.length > 0 ? named : tableNames).flatMap((name: TableName) => Object.keys(tables[name].columns));
}

/** In words: at which word of the statement, or at its end. */
function whereOf(io: Io, sql: string, at: number): string {
  const word = /^\S+/.exec(sql.slice(at))?.[0];
  return word === undefined ? io.text({ zh: '，在末尾', en: ' at its end' }) : io.text({ zh: `，在“${word}”附近`, en: ` near "${word}"` });
}

/** A refusal of the engine as a failure a person can act on: what, where in the statement, and what may have been meant. */
export function sqlFailure(io: Io, refusal: SqlRefusal, sql: string): Failure {
  const { kind, name, at, message } = refusal;
  const near = name && (kind === 'no_table' || kind === 'no_column') ? similar(name, namesFor(kind, sql)) : [];
  const suggestion = near.length > 0 ? `\n  ${didYouMean(near, io.language).trim()}` : '';
  const [reason = ''] = message.split('\n');
  return new Failure(codes[kind], {
    name: name ?? '',
    where: at === null ? '' : whereOf(io, sql, at),
    reason,
    place: at === null ? '' : excerpt(sql, at),
    suggestion,
  });
}
