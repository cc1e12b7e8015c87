import { groupBy } from '../../group-by.ts';
/** Places of a grid that are one cell. */
export interface Rectangle {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** The places of a grid, and which of them are one cell. */
export class Places {
  private readonly columns: number;
  private readonly parent: number[];

  constructor(columns: number, rows: number) {
    this.columns = columns;
    this.parent = Array.from({ length: columns * rows }, (_, n) => n);
  }

  merge(row: number, column: number, otherRow: number, otherColumn: number): void {
    this.parent[this.find(otherRow * this.columns + otherColumn)] = this.find(row * this.columns + column);
  }

  /** Cells in reading order; places that make no rectangle together are cells of one row each. */
  rectangles(): Rectangle[] {
    const groups = groupBy(this.parent.keys(), (n) => this.find(n));
    const found = [...groups.values()].flatMap((places) => this.rectangle(places));
    return found.sort((a, b) => a.row - b.row || a.column - b.column);
  }

  private rectangle(places: readonly number[]): Rectangle[] {
    const rows = places.map((n) => Math.floor(n / this.columns));
    const columns = places.map((n) => n % this.columns);
    const [row, column] = [Math.min(...rows), Math.min(...columns)];
    const whole = { row, column, rows: Math.max(...rows) - row + 1, columns: Math.max(...columns) - column + 1 };
    if (whole.rows * whole.columns === places.length) return [whole];
    const runs: Rectangle[] = [];
    for (const n of [...places].sort((a, b) => a - b)) {
      const last = runs.at(-1);
      const [r, c] = [Math.floor(n / this.columns), n % this.columns];
      if (last && last.row === r && last.column + last.columns === c) runs[runs.length - 1] = { ...last, columns: last.columns + 1 };
      else runs.push({ row: r, column: c, rows: 1, columns: 1 });
    }
    return runs;
  }

  private find(n: number): number {
    let at = n;
    while (this.parent[at] !== at) {
      this.parent[at] = this.parent[this.parent[at] ?? 0] ?? 0;
      at = this.parent[at] ?? 0;
    }
    return at;
  }
}
