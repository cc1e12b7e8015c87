import { formSections } from '../../../schemas/forms/sections.ts';
import { isDigit } from './characters.ts';

const plainWords = (words: string) => words.replace(/[\s、:]/g, '');
const byWords = new Map(formSections.map(({ n, zh }) => [plainWords(zh.slice(2)), n]));

/** The section of the form whose name these words are, whole; undefined if none's. */
export const sectionNamed = (words: string): number | undefined => byWords.get(plainWords(words));

const names = formSections.map(({ zh }) => zh.slice(2).replace('、', '、?')).join('|');
const inCharacters = new RegExp(`[一二三四五六]\\s*[、.]\\s*(${names})`, 'y');
/** A heading whose ordinal is a figure, the section's own: 3. 收到和处理…, 03 收到和处理…, 第3部分:收到和处理… */
const inFigures = new RegExp(`[第(]?(?:\\d\\.|0)?([1-6])\\s?(?:[、.)]|部分)?[: ]?\\s?(${names})`, 'y');
const beginsInCharacters = new Set([...'一二三四五六'].map((one) => one.charCodeAt(0)));
const beginsInFigures = (code: number) => isDigit(code) || code === 0x28 || code === 0x7b2c; // ( and 第

/** A section heading inside a line, and where it ends; null where none begins. Its words tell which: ordinals in characters are often shifted. */
export function sectionAt(text: string, at: number): { readonly section: number; readonly end: number } | null {
  const code = text.charCodeAt(at);
  const figures = beginsInFigures(code);
  if (!figures && !beginsInCharacters.has(code)) return null;
  const pattern = figures ? inFigures : inCharacters;
  pattern.lastIndex = at;
  const hit = pattern.exec(text);
  if (!hit) return null;
  const section = sectionNamed(hit.at(-1) ?? '');
  if (section === undefined || (figures && hit[1] !== String(section))) return null;
  return { section, end: at + hit[0].length };
}
