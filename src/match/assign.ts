import type { FormColumn } from '../../schemas/forms/index.ts';
import type { Atom, Header } from './rows.ts';

/** What a row's atoms mean: one atom a column, or not certain. */
export type Assignment =
  | { readonly certain: true; readonly atoms: readonly Atom[] }
  /** The count does not fit; `tied` are the columns that a printed sign or counter ties to one atom (contract 1). */
  | { readonly certain: false; readonly tied: ReadonlyMap<string, Atom> };

const isBlank = (atom: Atom) => atom.raw === '';

/** Atoms that lie in the printed range of each column's header, one each; null if the grid does not decide. */
function byPosition(atoms: readonly Atom[], columns: readonly FormColumn[], headers: readonly Header[]): readonly Atom[] | null {
  const placed: Atom[] = [];
  const taken = new Set<Atom>();
  for (const column of columns) {
    const header = headers.find(({ code, column: at }) => code === column.code && at >= 0);
    if (!header) return null;
    const inside = atoms.filter((atom) => atom.column >= header.column && atom.column + atom.columns <= header.column + header.columns);
    const [atom] = inside;
    if (!atom || inside.length > 1) return null;
    placed.push(atom);
    taken.add(atom);
  }
  return atoms.every((atom) => taken.has(atom) || isBlank(atom)) ? placed : null;
}

/** As many atoms as columns, once the empty cells that spans leave before or behind are set aside. */
function byCount(atoms: readonly Atom[], count: number): readonly Atom[] | null {
  if (atoms.length === count) return atoms;
  const surplus = atoms.length - count;
  if (surplus <= 0) return null;
  if (atoms.every(isBlank)) return atoms.slice(0, count);
  const behind = atoms.slice(count).every(isBlank);
  const before = atoms.slice(0, surplus).every(isBlank);
  if (behind === before) return null;
  return behind ? atoms.slice(0, count) : atoms.slice(surplus);
}

/**
 * Empty lines behind the last row are its empty cells only if its sums then hold, a total printed in every group that
 * prints anything: else a lost cell and the distance to the next heading would pass for a whole row.
 */
function trailingFits(atoms: readonly Atom[], columns: readonly FormColumn[]): boolean {
  if (!atoms.some(({ trailing }) => trailing) || atoms.every(isBlank)) return true;
  let sum = 0;
  let printed = false;
  for (const [at, { code }] of columns.entries()) {
    const atom = atoms[at];
    const value = atom && !isBlank(atom) ? Number(atom.raw) : 0;
    printed ||= atom !== undefined && !isBlank(atom);
    if (code === 'total') {
      if (printed && (!atom || isBlank(atom) || value !== sum)) return false;
      sum = 0;
      printed = false;
    } else if (code !== 'organization_total') sum += value;
  }
  return !printed;
}

/** A value whose sign or counter only one column of the row can have: +4 the change, 13项 the items, 元 the money. */
function tiedAtoms(atoms: readonly Atom[], columns: readonly FormColumn[]): Map<string, Atom> {
  const tied = new Map<string, Atom>();
  const tie = (column: string, matches: RegExp) => {
    const fits = atoms.filter(({ raw, alone }) => alone && matches.test(raw));
    if (columns.some(({ code }) => code === column) && fits.length === 1 && fits[0]) tied.set(column, fits[0]);
  };
  tie('items_change', /^[+-]\s?\d|增|减/);
  tie('items_prior_year', /^\d[\d,]*项$/);
  tie('amount', /元$/);
  return tied;
}

/** Digits without a separator between them: how many cells they are cannot be told by counting. */
export const runsTogether = (atoms: readonly Atom[]): boolean => atoms.some(({ touching }) => touching);

/** Tie the atoms of a row to its columns: by the printed grid where it decides, else by their number. */
export function assign(atoms: readonly Atom[], columns: readonly FormColumn[], headers: readonly Header[]): Assignment {
  const positioned = headers.length ? byPosition(atoms, columns, headers) : null;
  const byNumber = runsTogether(atoms) ? null : byCount(atoms, columns.length);
  const counted = byNumber && trailingFits(byNumber, columns) ? byNumber : null;
  const exact = counted && atoms.length === columns.length;
  const certain = exact ? counted : (positioned ?? counted);
  return certain
    ? { certain: true, atoms: certain }
    : { certain: false, tied: runsTogether(atoms) ? new Map() : tiedAtoms(atoms, columns) };
}
