import { InvalidArgumentError } from 'commander';
import type { Io } from '../io.ts';

/** Read an option's value as a whole number within bounds; anything else is wrong usage. */
export function wholeNumber(io: Io, bounds: { readonly min: number; readonly max?: number }): (value: string) => number {
  return (value) => {
    const number = /^\d+$/.test(value) ? Number(value) : Number.NaN;
    if (number >= bounds.min && number <= (bounds.max ?? Number.MAX_SAFE_INTEGER)) return number;
    const range = bounds.max === undefined ? `≥ ${bounds.min}` : `${bounds.min}–${bounds.max}`;
    throw new InvalidArgumentError(io.text({ zh: `整数（${range}）`, en: `a whole number (${range})` }));
  };
}
