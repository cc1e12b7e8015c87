import { availableParallelism } from 'node:os';
import type { Command } from 'commander';
import { exit } from '../failure.ts';
import type { Io } from '../io.ts';
import type { Ingested } from '../local/ingest/tally.ts';
import { wholeNumber } from '../text/arguments.ts';

/** `--workers N`, as all commands that read documents have it. */
export const workersOption = (command: Command, io: Io): Command =>
  command.option('--workers <n>', io.text({ zh: '线程数', en: 'threads' }), wholeNumber(io, { min: 1, max: 64 }), availableParallelism());

/** Options of `tell` besides the result. */
export interface Told {
  readonly out: string;
  readonly json?: true;
  readonly strict?: true;
}

/** Say what came of files that were taken in, and end as contract 4 wants. */
export async function tell(io: Io, ingested: Ingested, { out, json, strict }: Told): Promise<void> {
  const { summary, quarantineNotes } = await import('../text/ingested.ts');
  if (json) await io.out(`${JSON.stringify({ dataset: out, ...ingested })}\n`);
  else await io.out(`${summary(io, ingested, out)}\n`);
  if (!json) for (const line of quarantineNotes(io, ingested)) io.note(line);
  const { quarantined, not_a_report: others } = ingested.outcomes;
  if (quarantined > 0 || (strict && (others > 0 || ingested.failing > 0))) io.end(exit.incomplete);
}
