import type { ReportCell } from '../../schemas/report.ts';
import { addTo } from '../group-by.ts';

/** The codes of the cells that a report lists, and where in its list each of them stands. */
export class Listing {
  readonly #codes: readonly string[];
  readonly #places = new Map<string, number>();
  readonly #tables = new Map<string, number[]>();

  constructor(cells: readonly ReportCell[]) {
    this.#codes = cells.map(({ code }) => code);
    for (const [place, code] of this.#codes.entries()) {
      if (this.#places.has(code)) continue;
      this.#places.set(code, place);
      addTo(this.#tables, code.slice(0, code.indexOf('.')), place);
    }
  }

  /** Are these the cells listed? */
  fits(cells: readonly ReportCell[]): boolean {
    const codes = this.#codes;
    return cells.length === codes.length && cells.every(({ code }, place) => code === codes[place]);
  }

  /** Where a code stands first. */
  place(code: string): number | undefined {
    return this.#places.get(code);
  }

  /** Where the cells of a table stand, in form order. */
  of(table: string): readonly number[] {
    return this.#tables.get(table) ?? [];
  }
}

const known: Listing[] = [];
/** Listings that are remembered: a few a form, more only where local rows differ. */
const mostKnown = 60;

/** Reports list the same few sets of cells again and again: each is worked out once. */
export function listingOf(cells: readonly ReportCell[]): Listing {
  const found = known.find((listing) => listing.fits(cells));
  if (found) return found;
  const listing = new Listing(cells);
  if (known.length < mostKnown) known.push(listing);
  return listing;
}
