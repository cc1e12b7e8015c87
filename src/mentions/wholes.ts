/** 累计发布1200条,其中2021年890条: what is told of the year is no part of it. */
const namesPart = /其中(?!,?(?:20\d\d年|本年|今年|当年))/;

/** Does the text between a whole and a number set it apart as a part, by a word or by a bracket that is still open: 292条(本级197条? */
const isPart = (between: string): boolean => namesPart.test(between) || between.lastIndexOf('(') > between.lastIndexOf(')');

/** 2022年访问量56万次,累计访问量560万次: the second number is of all years. */
const isOfAll = (between: string): boolean => /累计[^,。;、]{0,12}$/.test(between);

/** Remembers the numbers of a sentence: a part told after 其中 never has the code of its whole (mentions.md, rule 11). */
export class Wholes {
  readonly #told = new Map<string, { readonly value: number; readonly position: number }>();
  /** What the last number told of all years counts: 890条 of 累计发布12345条,其中2021年890条 counts the same. */
  ofAllYears: readonly string[] = [];
  /** What the last number told of others counts: 12件 of 全市收到56件,其中我局12件 counts the same. */
  ofOthers: readonly string[] = [];

  /** A new sentence of a paragraph's `read`; one that begins with 其中 goes on with the wholes of the last. */
  begin(read: string, start: number): void {
    if (read.startsWith('其中', start)) return;
    this.#told.clear();
    this.ofAllYears = [];
    this.ofOthers = [];
  }

  /** Is a number at `position` only a part of what was told under its code? Else it is remembered as a whole. */
  hasPart(code: string, value: number, position: number, read: string): boolean {
    const whole = this.#told.get(code);
    if (whole && (value <= whole.value ? isPart : isOfAll)(read.slice(whole.position, position))) return true;
    this.#told.set(code, { value, position });
    return false;
  }
}
