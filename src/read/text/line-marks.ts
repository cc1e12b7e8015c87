/** Fewer lines than these may bear the same mark by chance. */
const fewest = 20;

const number = /^\s*(\d{1,6})(?:\s*[:|.)]\s?|\s|$)/;
const quote = /^\s*(?:>|[-*•])(?:\s|$)/;

/** Whether every line that shows anything bears the number of its place: a listing from an editor. */
function areNumbered(lines: readonly string[]): boolean {
  const first = lines.findIndex((line) => number.test(line));
  const offset = Number(number.exec(lines[first] ?? '')?.[1]) - first;
  return lines.every((line, at) => line.trim() === '' || Number(number.exec(line)?.[1]) === at + offset);
}

/** The stroke that Markdown writes for a break within a paragraph. */
const hardBreak = /(?<=[^\s\\])\\$/;

/** The lines of a text without what a program wrote around each of them: line numbers, marks of a quotation or a list, hard breaks. */
export function withoutLineMarks(printed: readonly string[]): readonly string[] {
  const lines = printed.map((line) => (line.endsWith('\\') ? line.replace(hardBreak, '') : line));
  const shown = lines.filter((line) => line.trim() !== '');
  if (shown.length < fewest) return lines;
  if (shown.every((line) => quote.test(line))) return lines.map((line) => line.replace(quote, ''));
  if (areNumbered(lines)) return lines.map((line) => line.replace(number, ''));
  return lines;
}
