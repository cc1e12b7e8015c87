/**
 * Index behind the last match of a global pattern; 0 where there is none. Elements are looked for up to the last end tag only:
 * start tags behind it would each be followed to the end of the text.
 */
export function lastEnd(text: string, pattern: RegExp): number {
  let end = 0;
  for (const { 0: tag, index } of text.matchAll(pattern)) end = index + tag.length;
  return end;
}
