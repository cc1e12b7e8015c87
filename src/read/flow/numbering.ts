import { numeral } from './numeral.ts';

/** A level of a list: `text` holds `%1` … `%9` where the number of that level stands (ECMA-376 17.9.11). */
export interface ListLevel {
  start: number;
  /** Number format by its name in ECMA-376 17.18.59. */
  format: string;
  text: string;
  /** Whether a paragraph of a higher level starts it anew. */
  restart: boolean;
  /** Whether the numbers of all levels are printed as decimals. */
  legal: boolean;
}

/** An instance of a list; it counts together with other instances of the list, unless it starts anew. */
export interface ListInstance {
  list: string;
  readonly starts: Map<number, number>;
}

const deepestLevel = 8;

/** Gives each paragraph of a list the number Word prints before it; counts on with every call. */
export class ListCounters {
  private readonly counters = new Map<string, number[]>();

  /** The printed number, '' for bullets. `name` tells instances apart. */
  label(levels: readonly (ListLevel | undefined)[], instance: ListInstance, name: string, at: number): string {
    const level = levels[Math.min(at, deepestLevel)];
    if (!level || level.format === 'bullet' || level.format === 'none') return '';
    const key = instance.starts.size > 0 ? `instance ${name}` : `list ${instance.list}`;
    const counter = this.counters.get(key) ?? [];
    this.counters.set(key, counter);
    const startOf = (n: number) => instance.starts.get(n) ?? levels[n]?.start ?? 1;
    counter[at] = counter[at] === undefined ? startOf(at) : counter[at] + 1;
    for (let below = at + 1; below <= deepestLevel; below++) if (levels[below]?.restart !== false) delete counter[below];
    return level.text.replace(/%([1-9])/g, (_, digit: string) => {
      const n = Number(digit) - 1;
      return numeral(counter[n] ?? startOf(n), level.legal ? 'decimal' : (levels[n]?.format ?? 'decimal'));
    });
  }
}

/** A paragraph with its number, which never runs into a figure of the text. */
export const numbered = (label: string, text: string): string => label + (/[.\d]$/.test(label) && /^\d/.test(text) ? ' ' : '') + text;
