import type { CheckResult, Report } from '../../schemas/report.ts';
import { foldedText } from '../folded-text.ts';
import type { Line } from '../model.ts';
import type { CheckFacts } from './facts.ts';
import { result, verdict } from './result.ts';

/** Labels that the printed form repeats: once for each clause of table 2, each group of table 4, each table with totals. */
const repeated: readonly { readonly label: string; readonly tables: readonly (keyof Report['tables'])[] }[] = [
  { label: '信息内容', tables: ['disclosure'] },
  { label: '结果维持', tables: ['remedies'] },
  { label: '总计', tables: ['applications', 'remedies'] },
];

const anyLabel = `(?:${repeated.map(({ label }) => label).join('|')})`;
const blank = '[^\\S\\n]';
/** A label that fills a whole cell or line; in prose the same words mean nothing. Looked back from its end: most places hold no label. */
const alone = new RegExp(`${anyLabel}(?<=(?:(?:^|[\\t|])${blank}*|${blank}{2})${anyLabel})(?=${blank}*(?:[\\t|]|$)|${blank}{2})`, 'gm');

function repeats(lines: readonly Line[]): boolean {
  const seen = new Set<string>();
  for (const { folded } of lines) {
    const text = folded.trim();
    if (text && seen.has(text)) return true;
    if (text) seen.add(text);
  }
  return false;
}

/**
 * Q01: was the text run through a removal of repeated lines? Then no line comes twice, and labels the form must repeat
 * stand once; blanks of such a page are not zeros (domain 3.7).
 */
export function repetitionCheck({ lines, tables }: CheckFacts): CheckResult {
  const there = (table: keyof Report['tables']) => tables[table] === 'present' || tables[table] === 'values_lost';
  const labels = repeated.filter((label) => label.tables.every(there));
  const text = foldedText(lines);
  const found = labels.length > 0 ? (text.match(alone) ?? []) : [];
  const counts = labels.map(({ label }) => ({ label, count: found.filter((one) => one === label).length }));
  const again = repeats(lines);
  const message = [...counts.map(({ label, count }) => `${label} × ${count}`), `repeated_lines: ${again ? 'some' : 'none'}`].join(', ');
  if (labels.length === 0) return result('Q01', { outcome: 'not_assessable', message });
  return result('Q01', { outcome: verdict(again || counts.some(({ count }) => count !== 1)), message });
}
