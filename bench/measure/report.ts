import { availableParallelism, cpus } from 'node:os';
import * as z from 'zod';
import { type Row, rowSchema, timesLimit } from './row.ts';

/** The results of one run, with what they were measured on. */
export const resultsSchema = z.object({
  date: z.string(),
  commit: z.string(),
  node: z.string(),
  machine: z.string(),
  command: z.string(),
  rows: z.array(rowSchema),
});

/** The results of a run, as they are kept. */
export type Results = z.infer<typeof resultsSchema>;

/** This machine, as results name it. */
export const machine = (): string => `${availableParallelism()} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}`;

const figures = (value: number) => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));

/** Whether a row is as wanted; null where nothing is. */
export function fits(row: Row): boolean | null {
  if (!row.wanted) return null;
  const measured = row.wanted.of === 'value' ? row.value : timesLimit(row);
  return measured !== null && measured <= row.wanted.most;
}

function line(row: Row, before: Row | undefined): string {
  const ratio = timesLimit(row);
  const wanted = fits(row);
  return [
    `${wanted === false ? 'SLOW ' : ''}${row.what}: ${figures(row.value)} ${row.unit}`,
    ratio === null || !row.limit ? '' : `${figures(ratio)} times ${row.limit.what} (${figures(row.limit.value)})`,
    row.peer ? `${row.peer.what}: ${figures(row.peer.value)} ${row.unit}` : '',
    row.wanted ? `wanted at most ${row.wanted.most}${row.wanted.of === 'value' ? ` ${row.unit}` : ' times'}` : '',
    before ? `before ${figures(before.value)} (${((100 * (row.value - before.value)) / before.value).toFixed(0)} %)` : '',
  ]
    .filter((part) => part !== '')
    .join('; ');
}

/** Results for a person; beside each, that of an earlier run with the same id. */
export function describeResults(results: Results, earlier: Results | null): string {
  const known = new Map(earlier?.rows.map((row) => [row.id, row]));
  return [
    `${results.date}, commit ${results.commit}, Node ${results.node}, ${results.machine}`,
    ...results.rows.map((row) => line(row, known.get(row.id))),
  ].join('\n');
}
