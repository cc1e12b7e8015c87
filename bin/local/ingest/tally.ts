import type { Counts, SeenFile } from './seen.ts';
import type { Outcome } from './take.ts';

/** What came of the files given. */
export interface Ingested {
  readonly files: number;
  readonly unchanged: number;
  readonly outcomes: Counts;
  /** Reports in which a check failed. */
  readonly failing: number;
  /** Files that could not be taken in. */
  readonly failed: number;
  /** Documents quarantined in this run, and why. */
  readonly quarantined: readonly Outcome[];
}

const noCounts = (): Counts => ({ candidate: 0, not_a_report: 0, container: 0, quarantined: 0 });

/** What came of the documents of one file, as it is remembered with the file. */
export type FileCounts = Pick<SeenFile, 'counts' | 'failing'>;

/** Count the documents of one file by what became of them. */
export function countsOf(outcomes: readonly Outcome[]): FileCounts {
  const counts = noCounts();
  for (const { outcome } of outcomes) counts[outcome]++;
  return { counts, failing: outcomes.filter(({ failed }) => failed).length };
}

/** Counts what comes of the files of a run. */
export class Tally {
  readonly #outcomes = noCounts();
  readonly #quarantined: Outcome[] = [];
  #failing = 0;
  #failed = 0;

  /** What came of the files so far. */
  get result(): Omit<Ingested, 'files' | 'unchanged'> {
    // Which thread is done first must not show.
    const quarantined = this.#quarantined.toSorted((one, other) => (one.key < other.key ? -1 : 1));
    return { outcomes: this.#outcomes, failing: this.#failing, failed: this.#failed, quarantined };
  }

  /** Count a file; `outcomes` are those of its documents, where it was read in this run. */
  add({ counts, failing }: FileCounts, outcomes: readonly Outcome[] = []): void {
    this.#outcomes.candidate += counts.candidate;
    this.#outcomes.not_a_report += counts.not_a_report;
    this.#outcomes.container += counts.container;
    this.#outcomes.quarantined += counts.quarantined;
    this.#failing += failing;
    this.#quarantined.push(...outcomes.filter(({ outcome }) => outcome === 'quarantined'));
  }

  /** Count a file that could not be taken in. */
  fail(): void {
    this.#failed++;
  }
}
