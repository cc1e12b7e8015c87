import type { CubeFile } from '../../schemas/explorer.ts';
import type { Block } from './blocks.ts';

type Key = string | number | null;
type Value = (part: string) => number | null;

/** Adds reports up by their keys. */
export class Cube {
  readonly #keys: readonly string[];
  readonly #blocks: readonly Block[];
  readonly #rows = new Map<string, { readonly key: readonly Key[]; readonly sums: number[] }>();

  constructor(keys: readonly string[], blocks: readonly Block[]) {
    this.#keys = keys;
    this.#blocks = blocks;
  }

  /** Count one report: `value` gives its number for a part, or null. */
  add(key: readonly Key[], value: Value): void {
    const name = JSON.stringify(key);
    let row = this.#rows.get(name);
    if (!row) {
      row = { key, sums: new Array<number>(1 + this.#blocks.reduce((width, { parts }) => width + 1 + parts.length, 0)).fill(0) };
      this.#rows.set(name, row);
    }
    const { sums } = row;
    const put = (at: number, more: number) => {
      sums[at] = (sums[at] ?? 0) + more;
    };
    put(0, 1);
    let at = 1;
    for (const { parts } of this.#blocks) {
      const values = parts.map(value);
      if (values.every((one) => one !== null)) {
        put(at, 1);
        for (const [n, one] of values.entries()) put(at + 1 + n, one);
      }
      at += 1 + parts.length;
    }
  }

  /** The table, rows in order of their keys, so that the same reports give the same bytes. */
  file(): CubeFile {
    const rows = [...this.#rows].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, { key, sums }]) => [...key, ...sums]);
    return { keys: this.#keys, blocks: this.#blocks, rows };
  }
}
