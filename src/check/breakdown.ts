import { type Breakdown, breakdowns } from '../../schemas/breakdowns.ts';
import type { CheckResult, Mention } from '../../schemas/report.ts';
import { groupBy } from '../group-by.ts';
import type { CheckFacts, Share } from './facts.ts';
import { equal, plain, result } from './result.ts';
import { roundingOf } from './rounding.ts';

interface Told {
  readonly breakdown: Breakdown;
  readonly whole: Mention;
  readonly parts: readonly Mention[];
  readonly sum: number;
}

type ByCode = ReadonlyMap<string, readonly Mention[]>;

/** The one mention of a code; several facts under one code leave open which belongs to the whole. */
function only(mentions: ByCode, code: string): Mention | undefined {
  const found = mentions.get(code);
  return found?.length === 1 ? found[0] : undefined;
}

function told(mentions: ByCode): Told[] {
  const found: Told[] = [];
  for (const breakdown of breakdowns) {
    const whole = only(mentions, breakdown.whole);
    if (!whole) continue;
    const parts = breakdown.parts.map((code) => only(mentions, code)).filter((part) => part !== undefined);
    if (parts.length > 1) found.push({ breakdown, whole, parts, sum: parts.reduce((sum, { value }) => sum + value, 0) });
  }
  return found;
}

/** The shares printed beside the parts, if each part has one. */
function sharesOf({ parts }: Told, shares: readonly Share[]): readonly Share[] | null {
  const found = parts.flatMap((part) => shares.find(({ code, value }) => code === part.code && value === part.value) ?? []);
  return found.length === parts.length ? found : null;
}

const precision = (decimals: number): number => 10 ** -decimals;

/** Do the percentages close to 100, so far as their rounding allows? */
function closes(shares: readonly Share[]): boolean {
  const slack = shares.reduce((sum, { decimals }) => sum + 0.5 * precision(decimals), 0);
  return Math.abs(shares.reduce((sum, { percent }) => sum + percent, 0) - 100) <= slack + 1e-9;
}

/** Are all parts told? All that the breakdown lists, or parts whose percentages close. */
function complete(each: Told, shares: readonly Share[]): boolean {
  const printed = sharesOf(each, shares);
  const all = each.breakdown.complete === 'listed' && each.parts.length === each.breakdown.parts.length;
  return all || (printed !== null && closes(printed));
}

/** N08: a whole equals its parts. Parts beyond the whole contradict it; parts below it only where none was left untold. */
function wholeCheck(each: Told, shares: readonly Share[]): CheckResult {
  const { breakdown, whole, parts, sum } = each;
  const slack = [whole, ...parts].reduce((all, mention) => all + roundingOf(mention), 0);
  const isEqual = equal(sum, whole.value);
  const agrees = isEqual || Math.abs(sum - whole.value) <= slack;
  const rounded = [whole, ...parts].some(({ approximate }) => approximate);
  const contradicts = !rounded && (sum > whole.value || complete(each, shares));
  const message = `${parts.map(({ code, value }) => `${code} ${plain(value)}`).join(' + ')} = ${plain(sum)} ${isEqual ? '=' : agrees ? '≈' : '≠'} ${whole.code} ${plain(whole.value)}`;
  const outcome = agrees ? 'pass' : contradicts ? 'fail' : 'not_assessable';
  return result('N08', { instance: breakdown.name, outcome, left: whole.value, right: sum, message });
}

/** Names of the parts in N09: online, letter, granted, denied (mentions.md). */
const partName = (code: string): string => code.replace(/^applications\.(?:processed_|received_)?/, '').replace(/_total$/, '');

/** N09: right when rounding explains the difference, a warning within one unit of the last digit, else wrong. */
function shareCheck({ code, percent, decimals }: Share, part: Mention, whole: Mention): CheckResult {
  const exact = (100 * part.value) / whole.value;
  const difference = Math.abs(percent - exact);
  const unit = precision(decimals);
  const outcome = difference <= 0.5 * unit + 1e-9 ? 'pass' : difference <= unit + 1e-9 ? 'warn' : 'fail';
  const right = Number(exact.toFixed(Math.max(2, decimals + 1)));
  const message = `${code} ${plain(part.value)} / ${whole.code} ${plain(whole.value)} = ${right}%; ${percent}%`;
  return result('N09', { instance: partName(code), outcome, left: percent, right, message });
}

/** N10 of a complete breakdown: its parts make the whole, and each prints its share. */
function closingCheck(each: Told, shares: readonly Share[]): CheckResult[] {
  const printed = sharesOf(each, shares);
  if (!printed || !equal(each.sum, each.whole.value)) return [];
  const left = Number(printed.reduce((sum, { percent }) => sum + percent, 0).toFixed(6));
  const message = `${printed.map(({ percent }) => plain(percent)).join(' + ')} = ${plain(left)}%`;
  return [result('N10', { instance: each.breakdown.name, outcome: closes(printed) ? 'pass' : 'fail', left, right: 100, message })];
}

/** N08, N09 and N10: wholes, parts and percentages told in prose. */
export function breakdownChecks({ mentions: list, shares }: CheckFacts): CheckResult[] {
  const mentions = groupBy(list, ({ code }) => code);
  const all = told(mentions);
  const percentages = shares.flatMap((share) => {
    const breakdown = breakdowns.find(({ whole, parts }) => parts.includes(share.code) && only(mentions, whole) !== undefined);
    const whole = breakdown && only(mentions, breakdown.whole);
    const part = mentions.get(share.code)?.find(({ value }) => value === share.value);
    return whole && part && whole.value > 0 && !whole.approximate && !part.approximate ? [shareCheck(share, part, whole)] : [];
  });
  return [...all.map((each) => wholeCheck(each, shares)), ...percentages, ...all.flatMap((each) => closingCheck(each, shares))];
}
