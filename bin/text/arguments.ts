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

/** Whether a text is a day of the calendar, as `2026-11-30`, in a year that reports and releases may have. */
export function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return /^2\d{3}-/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === text;
}

/** Read an option's value as a web address; anything else is wrong usage. */
export function webAddress(io: Io): (value: string) => string {
  return (value) => {
    if (URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)) return value;
    throw new InvalidArgumentError(io.text({ zh: '网址（https://example.org/…）', en: 'a web address (https://example.org/…)' }));
  };
}

/** The same for the address of a folder, which ends with a slash. */
export function folderAddress(io: Io): (value: string) => string {
  const read = webAddress(io);
  return (value) => read(value).replace(/\/?$/, '/');
}
