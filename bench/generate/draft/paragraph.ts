/** A number an office states in its text, before it is placed in a section. */
export interface Statement {
  readonly code: string;
  readonly value: number;
  readonly unit: string;
  readonly snippet: string;
  readonly approximate: boolean;
  readonly negated: boolean;
}

/** One printed paragraph, the numbers it states, and the numbers in it that state nothing coded. */
export interface Paragraph {
  readonly text: string;
  readonly statements: readonly Statement[];
  readonly otherNumbers: readonly number[];
}

/** A part of a sentence and the numbers it states. */
export interface Clause {
  readonly text: string;
  readonly statements: readonly Statement[];
  readonly otherNumbers?: readonly number[];
}

const flags = { approximate: false, negated: false };

/** A clause that states one number: words, number with counter, words. */
export function states(code: string, before: string, value: number, unit: string, after = ''): Clause {
  const text = `${before}${value}${unit}${after}`;
  return { text, statements: [{ code, value, unit, snippet: text, ...flags }] };
}

/** A clause that states that there was none. */
export function denies(text: string, denied: readonly (readonly [code: string, unit: string])[]): Clause {
  return { text, statements: denied.map(([code, unit]) => ({ code, value: 0, unit, snippet: text, approximate: false, negated: true })) };
}

/** A clause that states nothing coded; its numbers belong to nobody. */
export const silent = (text: string, ...otherNumbers: number[]): Clause => ({ text, statements: [], otherNumbers });

/** Clauses as one printed sentence. */
export function paragraph(...clauses: readonly Clause[]): Paragraph {
  return {
    text: `${clauses.map((clause) => clause.text).join('，')}。`,
    statements: clauses.flatMap((clause) => clause.statements),
    otherNumbers: clauses.flatMap((clause) => clause.otherNumbers ?? []),
  };
}
