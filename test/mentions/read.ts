import { type Prose, readProse, type Whose } from '../../src/mentions/index.ts';
import { foldWidth, simplifier } from '../../src/read/characters/fold.ts';

/** A water bureau of a prefecture-level city, reporting for itself on 2022. */
export const bureau: Whose = { coverage: 'own_organ', names: ['示例市水务局', '水务局'], year: 2022 };
/** The government of the same city, reporting for the whole city. */
export const city: Whose = { coverage: 'aggregate', names: ['示例市人民政府'], year: 2022 };

const simplify = await simplifier();

/** Lines of one section, as a reader gives them: folded to half-width and Simplified. */
export function prose(text: string, section = 1): Prose[] {
  let offset = 0;
  return text.split('\n').map((line) => {
    const piece = { section, offset, text: line, folded: simplify(foldWidth(line)) };
    offset += line.length + 1;
    return piece;
  });
}

/** What a text tells, as `code=value`, with `~` for approximate and `!` for denied, in order of the text. */
export const told = (text: string, whose: Whose = bureau, section = 1): string[] =>
  readProse(prose(text, section), whose).mentions.map(
    ({ code, value, approximate, negated }) => `${code}=${value}${approximate ? '~' : ''}${negated ? '!' : ''}`,
  );

/** The percentages of a text, as `code value percent`. */
export const shares = (text: string): string[] =>
  readProse(prose(text), bureau).shares.map(({ code, value, percent }) => `${code} ${value} ${percent}`);
