import type { Doc } from '../../model.ts';
import { literalsOf, unescaped } from './literals.ts';
import { attributeOf, textOf } from './references.ts';

// A page may hold its article where only a script shows it: in a text area, a template, a script of markup, a string of a script, for
// those without scripts, or as the document of a frame.

const holders = ['textarea', 'template', 'noscript', 'script'] as const;
const ofMarkup = /\btype\s*=\s*["']?text\/(?:html|template|plain|x-[a-z-]*te?mpl)/i;
/** Tags that an article is written with, as such or as references. */
const tags = /<(?:p|div|table|td|span|br)\b/i;
const maskedTags = /&lt;(?:p|div|table|td|span|br)\b/i;

/** An article is no shorter; and what a page shows without one, its links aside, is no longer. */
const fewestHeld = 1000;
const mostShown = 400;

/** Whether a page shows next to nothing: no row of a table, and but a few words that are no links. */
export function showsLittle({ lines, hints }: Doc): boolean {
  let left = mostShown + hints.linkedCharacters;
  for (const { text, row } of lines) {
    left -= text.length;
    if (left < 0 || (row && row.cells.length > 1)) return false;
  }
  return true;
}

/** The longest string of a script that is markup. */
function articleIn(script: string): string {
  let longest = '';
  for (const literal of literalsOf(script, Math.max(fewestHeld, longest.length))) {
    const said = unescaped(literal);
    const markup = tags.test(said) ? said : maskedTags.test(said) ? textOf(said) : '';
    if (markup.length > longest.length) longest = markup;
  }
  return longest;
}

/** What stands between two tags of a page that show nothing themselves. */
function heldBy(name: (typeof holders)[number], tag: string, content: string): string {
  if (name === 'textarea') return textOf(content);
  return name === 'script' && !ofMarkup.test(tag) ? articleIn(content) : content;
}

/** The longest text between tags of this name. */
function longestIn(page: string, name: (typeof holders)[number]): string {
  const open = new RegExp(`<${name}\\b[^<>]*>`, 'gi');
  const close = new RegExp(`</${name}\\s*>`, 'gi');
  let longest = '';
  for (let tag = open.exec(page); tag; tag = open.exec(page)) {
    close.lastIndex = open.lastIndex;
    const end = close.exec(page);
    if (!end) return longest;
    const held = heldBy(name, tag[0], page.slice(open.lastIndex, end.index));
    if (held.length > longest.length) longest = held;
    open.lastIndex = close.lastIndex;
  }
  return longest;
}

const framed = /<iframe\b[^<>]*?\ssrcdoc\s*=\s*(?:"([^"]*)"|'([^']*)')/gi;

/** The longest document that a page gives to a frame in an attribute. */
function longestFramed(page: string): string {
  let longest = '';
  for (const [, quoted = '', single = ''] of page.includes('srcdoc') ? page.matchAll(framed) : [])
    if (Math.max(quoted.length, single.length) > longest.length) longest = quoted || single;
  return attributeOf(longest);
}

/** The article that a page holds without showing it: markup or text; null where it holds none. */
export function heldArticle(page: string): string | null {
  if (page.length < fewestHeld) return null;
  const held = [...holders.map((name) => longestIn(page, name)), longestFramed(page)];
  const [longest = ''] = held.sort((a, b) => b.length - a.length);
  return longest.length < fewestHeld ? null : longest;
}
