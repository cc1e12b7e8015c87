const digits: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const powers: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const scales = { 万: 10_000, 亿: 100_000_000 };

/** Characters a Chinese numeral is written with. */
export const numeralCharacters = '零〇一二两三四五六七八九十百千万亿';

const isNumeral = new Uint8Array(65536);
for (const character of numeralCharacters) isNumeral[character.charCodeAt(0)] = 1;

/** Whether any character of a text is one of a Chinese numeral: a look at each is quicker than an expression's, which searches a list. */
export function holdsNumeral(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (isNumeral[text.charCodeAt(at)] === 1) return true;
  return false;
}

/** Digits written one after the other: 二〇二一, 一二三. */
function spelled(text: string): number | null {
  let value = 0;
  for (const character of text) {
    const digit = digits[character];
    if (digit === undefined) return null;
    value = value * 10 + digit;
  }
  return value;
}

/**
 * The value of a Chinese numeral: 十三 13, 二百零五 205, 三万 30000, 二〇二一 2021, 百 100.
 * Null for what is no numeral. 一百二 reads 120, as spoken.
 */
export function chineseNumeral(text: string): number | null {
  if (text === '') return null;
  if (![...text].some((character) => character in powers || character in scales)) return spelled(text);
  let [total, part, pending, last] = [0, 0, 0, 1];
  for (const character of text) {
    const digit = digits[character];
    const power = powers[character];
    const scale = character === '万' || character === '亿' ? scales[character] : undefined;
    if (digit !== undefined) {
      if (pending > 0) return null;
      pending = digit;
      if (digit === 0) last = 1;
    } else if (power !== undefined) {
      part += (pending || 1) * power;
      [pending, last] = [0, power];
    } else if (scale !== undefined) {
      const counted = part + pending;
      total = scale === scales.万 ? total + (counted || 1) * scale : (total + counted || 1) * scale;
      [part, pending, last] = [0, 0, scale];
    } else return null;
  }
  return total + part + (last >= 100 ? pending * (last / 10) : pending);
}
