import type { CubeFile } from './published.ts';

/** Sums over some reports: how many there are, how many give all numbers of the block, and the sums of these. */
export interface Sums {
  readonly reports: number;
  readonly n: number;
  readonly of: (part: string) => number;
}

type Filter = Readonly<Record<string, string>>;
type CubeRow = CubeFile['rows'][number];

/** The sums of the published cube, cut and added up as a page needs them. */
export class Cube {
  readonly #file: CubeFile;

  constructor(file: CubeFile) {
    this.#file = file;
  }

  #at(block: string): { start: number; parts: readonly string[] } {
    let start = this.#file.keys.length + 1;
    for (const { id, parts } of this.#file.blocks) {
      if (id === block) return { start, parts };
      start += 1 + parts.length;
    }
    return { start, parts: [] };
  }

  #rows(filter: Filter): CubeRow[] {
    const wanted = Object.entries(filter).filter(([key, value]) => value !== '' && this.#file.keys.includes(key));
    return this.#file.rows.filter((row) => wanted.every(([key, value]) => String(row[this.#file.keys.indexOf(key)] ?? '') === value));
  }

  #sum(rows: readonly CubeRow[], block: string): Sums {
    const { start, parts } = this.#at(block);
    const total = (at: number) => rows.reduce((sum, row) => sum + Number(row[at] ?? 0), 0);
    const sums = new Map(parts.map((part, at) => [part, total(start + 1 + at)]));
    return { reports: total(this.#file.keys.length), n: total(start), of: (part) => sums.get(part) ?? 0 };
  }

  /** Sums of a block over the reports that pass the filter. */
  sums(block: string, filter: Filter = {}): Sums {
    return this.#sum(this.#rows(filter), block);
  }

  /** The same for each value of a key, in its order. */
  by(key: string, block: string, filter: Filter = {}): readonly { readonly key: string; readonly sums: Sums }[] {
    const at = this.#file.keys.indexOf(key);
    const groups = new Map<string, CubeRow[]>();
    for (const row of this.#rows(filter)) {
      const value = String(row[at] ?? '');
      const group = groups.get(value);
      if (group) group.push(row);
      else groups.set(value, [row]);
    }
    return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([value, rows]) => ({ key: value, sums: this.#sum(rows, block) }));
  }

  /** The parts of a block. */
  parts(block: string): readonly string[] {
    return this.#at(block).parts;
  }
}
