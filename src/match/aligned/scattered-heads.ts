import type { Line } from '../../model.ts';
import type { Reordered } from './aligned.ts';

// The heads of table 4 are narrow: a page prints each on two or four lines, and its text has them line by line, those of the three remedies
// at heights of their own: 结 结 其 尚 above 果 果 他 未.

/** The columns of table 4 (Regulations, article 50), the last of which is the sum of those before. */
const heads = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
const remedies = 3;
const columns = heads.length * remedies;

const manyFigures = new RegExp(`^\\s*\\d{1,7}(?:\\s+\\d{1,7}){${columns - 1}}\\s*$`);
const partsOnly = /^[\u4e00-\u9fff]{1,4}(?:\s+[\u4e00-\u9fff]{1,4})*$/;
/** Names of the remedies, which may stand beside the heads of another one. */
const names = /行政复议|行政诉讼|未经复议直接起诉|复议后起诉/g;
/** Lines of the heads, and a few between that show nothing. */
const mostLines = 20;

const sorted = (text: string) => [...text].sort().join('');
const allHeads = sorted(heads.join('').repeat(remedies));

/** Whether the parts of heads on one line stand in the order of the form, remedy after remedy. */
function areInOrder(parts: readonly string[]): boolean {
  const isTotal = (part: string | undefined) => part !== undefined && heads.at(-1)?.includes(part) === true;
  let last = heads.length - 1;
  for (const part of isTotal(parts[0]) ? parts.slice(1) : parts) {
    const goesOn = heads.findIndex((head, at) => at > last && head.includes(part));
    // The next remedy begins behind the last column or, where that one's head stands lower, the one before.
    if (goesOn < 0 && !(last >= heads.length - 2 && heads[0]?.includes(part))) return false;
    last = Math.max(goesOn, 0);
  }
  return isTotal(parts.at(-1)) || !parts.some(isTotal);
}

/** Whether every remedy's figures add up to their last. */
function addUp(figures: readonly number[]): boolean {
  for (let at = 0; at < columns; at += heads.length) {
    const [total, ...parts] = figures.slice(at, at + heads.length).reverse();
    if (parts.reduce((sum, part) => sum + part, 0) !== total) return false;
  }
  return true;
}

/** Heads in parts, line by line, the names that stand among them, and the index of the first line. */
interface Scattered {
  readonly from: number;
  readonly lines: readonly string[];
  readonly names: readonly string[];
}

/** The heads right above line `at`; null where what stands there is not all of them, in parts. */
function headsAbove(lines: readonly Line[], at: number): Scattered | null {
  const above: string[] = [];
  const named: string[] = [];
  let shown = '';
  for (let from = at - 1; from >= 0 && at - from <= mostLines && shown.length < allHeads.length; from--) {
    const { folded = '', row } = lines[from] ?? {};
    const parts = folded.replace(names, '').trim();
    if (row || (parts !== '' && !partsOnly.test(parts))) return null;
    if (parts !== '') above.unshift(parts);
    named.unshift(...(folded.match(names) ?? []));
    shown += parts.replace(/\s/g, '');
    if (sorted(shown) === allHeads) return { from, lines: above, names: named };
  }
  return null;
}

/** The heads of table 4 that are printed in parts above its figures, read in the order of the form, by the index of their first line. */
export function scatteredHeads(lines: readonly Line[]): ReadonlyMap<number, Reordered> {
  const read = new Map<number, Reordered>();
  lines.forEach(({ folded, row }, at) => {
    if (row || !manyFigures.test(folded) || !addUp(folded.trim().split(/\s+/).map(Number))) return;
    const printed = headsAbove(lines, at);
    if (!printed?.lines.every((line) => areInOrder(line.split(/\s+/)))) return;
    const { from, names } = printed;
    const ordered = [...names, ...Array.from({ length: remedies }, () => heads).flat()];
    read.set(from, { to: at, pieces: ordered.map((text) => ({ line: from, from: 0, to: 0, text })) });
  });
  return read;
}
