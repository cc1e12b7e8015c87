import type { QualityFile } from '../../schemas/explorer.ts';
import type { Row } from '../../schemas/tables.ts';

type Outcome = Row<'checks'>['outcome'];
type Check = Pick<Row<'checks'>, 'check_id' | 'outcome' | 'severity'>;

const outcomes: readonly Outcome[] = ['pass', 'warn', 'fail', 'not_assessable'];

/** Most reports that are listed with the checks they fail. */
const listed = 50;

const count = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1);
const inOrder = (map: ReadonlyMap<string, number>) => [...map].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));

interface Year {
  reports: number;
  cells: number;
  without: number;
  failed: number;
  assessed: number;
  late: number;
  dated: number;
}

/** How far the data can be trusted: what `data/quality.json` holds. */
export class Quality {
  readonly #years = new Map<number, Year>();
  readonly #checks = new Map<string, number[]>();
  readonly #outcomes = new Map<string, number>();
  readonly #quarantine = new Map<string, number>();
  #worst: { agency_id: string; name: string | null; year: number; failed: number; checks: string[] }[] = [];

  report(row: Row<'reports'>, checks: readonly Check[]): void {
    const year = this.#years.get(row.year) ?? { reports: 0, cells: 0, without: 0, failed: 0, assessed: 0, late: 0, dated: 0 };
    this.#years.set(row.year, year);
    year.reports++;
    year.cells += row.cells_reported;
    year.without += row.cells_null;
    year.failed += row.checks_failed;
    year.assessed += row.checks_assessed;
    if (row.published !== null && row.deadline !== null) {
      year.dated++;
      if (row.published > row.deadline) year.late++;
    }
    for (const check of checks) this.#check(check);
    const failed = checks.filter(({ outcome, severity }) => outcome === 'fail' && severity === 'error');
    if (failed.length === 0) return;
    const ids = [...new Set(failed.map(({ check_id }) => check_id))].sort();
    this.#worst.push({ agency_id: row.agency_id, name: row.agency_name, year: row.year, failed: failed.length, checks: ids });
    if (this.#worst.length > listed * 20) this.#rank();
  }

  #check({ check_id, outcome, severity }: Check): void {
    const key = `${check_id} ${severity}`;
    const counts = this.#checks.get(key) ?? outcomes.map(() => 0);
    this.#checks.set(key, counts);
    const at = outcomes.indexOf(outcome);
    counts[at] = (counts[at] ?? 0) + 1;
  }

  #rank(): void {
    this.#worst.sort((a, b) => b.failed - a.failed || (a.agency_id < b.agency_id ? -1 : a.agency_id > b.agency_id ? 1 : a.year - b.year));
    this.#worst = this.#worst.slice(0, listed);
  }

  documents(rows: readonly Pick<Row<'documents'>, 'outcome'>[]): void {
    for (const { outcome } of rows) count(this.#outcomes, outcome);
  }

  quarantine(rows: readonly Pick<Row<'quarantine'>, 'code'>[]): void {
    for (const { code } of rows) count(this.#quarantine, code);
  }

  file(absent: QualityFile['absent']): QualityFile {
    this.#rank();
    return {
      years: [...this.#years].sort(([a], [b]) => a - b).map(([year, counts]) => ({ year, ...counts })),
      checks: [...this.#checks]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, counts]) => {
          const [id = '', severity = ''] = key.split(' ');
          const [pass = 0, warn = 0, fail = 0, not_assessable = 0] = counts;
          return { id, severity, pass, warn, fail, not_assessable };
        }),
      documents: inOrder(this.#outcomes),
      quarantine: inOrder(this.#quarantine),
      absent,
      worst: this.#worst,
    };
  }
}
