/** What kind of mistake a statement holds. */
export type RefusalKind =
  | 'not_one'
  | 'not_select'
  | 'syntax'
  | 'no_table'
  | 'no_column'
  | 'no_function'
  | 'forbidden'
  | 'interrupted'
  | 'other';

/** Why SQL was refused. `at`: index in the statement, in UTF-16 units. */
export interface SqlRefusal {
  readonly kind: RefusalKind;
  readonly message: string;
  readonly at: number | null;
  /** The name that does not exist. */
  readonly name?: string | undefined;
}

interface Told {
  readonly exception_type?: string;
  readonly exception_message?: string;
  readonly position?: string;
  readonly error_subtype?: string;
  readonly name?: string;
  readonly type?: string;
}

const entries: Readonly<Record<string, RefusalKind>> = { Table: 'no_table', View: 'no_table' };

function kindOf({ exception_type, error_subtype, type = '' }: Told): RefusalKind {
  if (exception_type === 'Permission') return 'forbidden';
  if (exception_type === 'INTERRUPT') return 'interrupted';
  if (error_subtype === 'SYNTAX_ERROR') return 'syntax';
  if (error_subtype === 'COLUMN_NOT_FOUND') return 'no_column';
  if (error_subtype === 'MISSING_ENTRY') return entries[type] ?? (type.endsWith('Function') ? 'no_function' : 'other');
  return 'other';
}

/** The JSON in an error of DuckDB (`errors_as_json`), or null where it speaks plainly. */
function told(message: string): Told | null {
  const start = message.indexOf('{');
  if (start < 0) return null;
  try {
    const value: unknown = JSON.parse(message.slice(start));
    return typeof value === 'object' && value !== null ? value : null;
  } catch {
    return null;
  }
}

/** Whether an error is no mistake of the SQL: the reader of files fell over one. Wrong values in SQL are `Invalid Input`. */
export const isDamage = (message: string): boolean => told(message)?.exception_type === 'Invalid';

/** Whether an error is no mistake of the SQL: what the engine writes aside has no room (ENOSPC in words). */
export const isDiskFull = (message: string): boolean => /No space left on device|Disk quota exceeded/.test(message);

/** Take an error of DuckDB apart; its position counts bytes of UTF-8, ours counts characters of the statement. */
export function sqlRefusal(message: string, sql: string): SqlRefusal {
  const error = told(message);
  if (!error) return { kind: /interrupt/i.test(message) ? 'interrupted' : 'other', message, at: null };
  const bytes = Number(error.position);
  const missing = /does not have a column named "([^"]+)"/.exec(error.exception_message ?? '')?.[1];
  return {
    kind: missing ? 'no_column' : kindOf(error),
    message: error.exception_message ?? message,
    at: Number.isNaN(bytes) || error.position === undefined ? null : Buffer.from(sql).subarray(0, bytes).toString('utf8').length,
    name: error.name ?? missing,
  };
}
