import type { Row } from '../../schemas/tables.ts';

type Counts = Record<string, number>;

/** `quality/report.json`: what a release holds and how often each check holds, sorted. */
export interface QualityReport {
  readonly by_year: readonly Readonly<Counts & { year: number }>[];
  readonly checks: readonly ({ readonly check_id: string } & Readonly<Record<string, number | string>>)[];
  readonly documents: Readonly<Counts>;
  readonly quarantine: Readonly<Counts>;
}

/** Sums over the tables of a release: what is held and how often each check holds. */
export class QualityTally {
  readonly #years = new Map<number, Counts>();
  readonly #checks = new Map<string, Counts>();
  readonly #documents: Counts = {};
  readonly #quarantine: Counts = {};

  reports(rows: readonly Row<'reports'>[]): void {
    for (const { year, cells_reported, cells_null, checks_failed, checks_assessed } of rows) {
      const sums = this.#years.get(year) ?? {};
      this.#years.set(year, sums);
      add(sums, { reports: 1, cells_with_value: cells_reported, cells_without_value: cells_null, checks_assessed, checks_failed });
    }
  }

  checks(rows: readonly Row<'checks'>[]): void {
    for (const { check_id, outcome } of rows) {
      const counts = this.#checks.get(check_id) ?? { pass: 0, warn: 0, fail: 0, not_assessable: 0 };
      this.#checks.set(check_id, counts);
      add(counts, { [outcome]: 1 });
    }
  }

  documents(rows: readonly Row<'documents'>[]): void {
    for (const { outcome } of rows) add(this.#documents, { [outcome]: 1 });
  }

  quarantine(rows: readonly Row<'quarantine'>[]): void {
    for (const { code } of rows) add(this.#quarantine, { [code]: 1 });
  }

  /** First and last report year; null where there is no report. */
  years(): { readonly first: number; readonly last: number } | null {
    const years = [...this.#years.keys()];
    return years.length === 0 ? null : { first: Math.min(...years), last: Math.max(...years) };
  }

  /** The sums over all rows seen. */
  report(): QualityReport {
    const byName = <V>(entries: Iterable<[string, V]>) => [...entries].sort(([left], [right]) => (left < right ? -1 : 1));
    const by_year = [...this.#years].sort(([left], [right]) => left - right).map(([year, counts]) => ({ year, ...counts }));
    const checks = byName(this.#checks).map(([check_id, counts]) => ({ check_id, ...counts }));
    const documents = Object.fromEntries(byName(Object.entries(this.#documents)));
    const quarantine = Object.fromEntries(byName(Object.entries(this.#quarantine)));
    return { by_year, checks, documents, quarantine };
  }
}

function add(to: Counts, more: Readonly<Counts>): void {
  for (const [name, count] of Object.entries(more)) to[name] = (to[name] ?? 0) + count;
}
