import type { SavedQuery } from '../../src/derive/saved-query.ts';
import { exit } from '../failure.ts';
import type { Io } from '../io.ts';
import type { Answer } from '../local/sql/duckdb.ts';
import { codeLabel } from '../text/code-labels.ts';
import { type TextFormat, writeResult } from '../text/result.ts';

/** A statement to run, and the saved query it was made from. */
export interface Asked {
  readonly sql: string;
  readonly saved: SavedQuery | null;
}

const rowsOnScreen = 50;

/** Say what a saved query asks before its answer, where a person reads it. */
export function announce(io: Io, { saved }: Asked, format: string): void {
  if (saved && format === 'table') io.note(`${io.style('bold', io.text(saved.title), 'err')}\n${io.text(saved.question)}\n`);
}

/** Write an answer in a text format; says when rows were left out, and ends with 4 when there is none. */
export async function present(io: Io, answer: Answer, { saved }: Asked, format: TextFormat, maxRows: number | undefined): Promise<void> {
  const limit = maxRows ?? (format === 'table' ? rowsOnScreen : Number.POSITIVE_INFINITY);
  const title = (name: string) => io.text(saved?.columns.find((column) => column.name === name) ?? { zh: name, en: name });
  const dressing = saved ? { title, value: (column: string, value: string) => codeLabel(io, column, value) } : undefined;
  const { rows, more } = await writeResult(io, answer, format, limit, dressing);
  const rest = {
    zh: `只显示前 ${rows} 行；用 --max-rows 或 --format csv 看其余的。`,
    en: `Only the first ${rows === 1 ? 'row' : `${rows} rows`}; --max-rows or --format csv for the rest.`,
  };
  if (more) io.note(io.text(rest));
  if (rows === 0) io.end(exit.nothing);
}
