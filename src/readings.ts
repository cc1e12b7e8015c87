// A copy machine for pages adds the reading after a character: 應(yīng)急, 相城區(qū).

const inBrackets = '\\([a-zɡàáèéêìíòóùúüāēěīńňōūǎǐǒǔǖǘǚǜǹ]{1,6}\\)';

/** Readings behind Chinese characters. What stands before is looked at where a bracket opens, not at every place. */
export const readings = new RegExp(`(?=\\()(?<=[\\u4e00-\\u9fff])${inBrackets}`, 'g');

const readingHere = new RegExp(inBrackets, 'y');
const opening = 40;
const firstLatin = 97;
/** Behind it come no letters of pinyin. */
const lastLatin = 0x0261;

/** Where a reading ends that begins at a place, behind a character; the place itself where none does. */
export function readingEnd(text: string, at: number): number {
  const next = text.charCodeAt(at + 1);
  if (text.charCodeAt(at) !== opening || !(next >= firstLatin && next <= lastLatin)) return at;
  readingHere.lastIndex = at;
  return at + (readingHere.exec(text)?.[0].length ?? 0);
}

/** A text without the readings behind its characters. */
export const withoutReadings = (text: string): string => (text.includes('(') ? text.replace(readings, '') : text);
