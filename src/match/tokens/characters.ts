import { beginsLabel } from '../labels/vocabulary.ts';

// What a UTF-16 code unit may begin, one look-up each: patterns are tried only where they can fit.

/** Whether a UTF-16 code unit is an ASCII digit. */
export const isDigit = (code: number): boolean => code >= 48 && code <= 57;
/** Whether a text is all ASCII digits; not for an empty text. */
export const isDigits = (text: string): boolean => {
  for (let at = 0; at < text.length; at++) if (!isDigit(text.charCodeAt(at))) return false;
  return text !== '';
};
/** Whether a code unit is an ASCII letter. */
export const isLatin = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
/** Whether a code unit is an ASCII letter or digit. */
export const isLatinOrDigit = (code: number): boolean => isLatin(code) || isDigit(code);
/** Whether a code unit is a Chinese character of the basic block (U+4E00 to U+9FFF). */
export const isChinese = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff;
/** Whether a code unit is a space, an ASCII control character, or the ideographic space (U+3000). */
export const isBlank = (code: number): boolean => code <= 32 || code === 0x3000;

type Characters = Uint8Array;

function setOf(characters: string): Characters {
  const set = new Uint8Array(65536);
  for (const character of characters) set[character.charCodeAt(0)] = 1;
  return set;
}

const ordinals = setOf('(一二三四五六七八九十0123456789①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳');
const words = setOf('#无没未持增减净新下约近负▼▽↓▲△↑±~≈<>≤≥');
const signs = setOf('+-−‐‑–—');
const marks = setOf('-—–―/\\*无空零〇Nn');

/** Whether an enumerator may begin with it: 一、 (二) 3. ④ */
export const beginsOrdinal = (code: number): boolean => ordinals[code] === 1;

/** Plus, minus, and the dashes that are typed for a minus. */
export const isSign = (code: number): boolean => signs[code] === 1;

/** Whether a word that stands for a value may begin with it: 无增减, 增加3项, #DIV/0!. */
export const beginsWord = (code: number): boolean => words[code] === 1;

/** Whether a mark for an empty cell may begin with it: /, —, 无. */
export const beginsMark = (code: number): boolean => marks[code] === 1;

/** Whether text that is no label may end before it: at a blank, a label, a number, an ordinal. */
export const beginsToken = (code: number): boolean => isBlank(code) || ordinals[code] === 1 || beginsLabel(code);

/** Whether a tag or a list of attributes may begin with it. */
export const opensMarkup = (code: number): boolean => code === 60 || code === 123;
