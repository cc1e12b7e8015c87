import { allForms, type TableCode } from '../../../schemas/forms/index.ts';
import { rowOrder, type Sense } from './vocabulary.ts';

// Labels with a typing error, a lost character or an unknown ending (2.其他法律行政止公开, 行政许可事项).

interface Known {
  readonly sense: Sense;
  readonly text: string;
  readonly pairs: ReadonlySet<string>;
}

const chinese = (text: string) => text.replace(/\([^)]{0,200}\)/g, '').replace(/[^\u4e00-\u9fff]/g, '');

function pairsOf(text: string): Set<string> {
  const pairs = new Set<string>();
  for (let at = 0; at + 1 < text.length; at++) pairs.add(text.slice(at, at + 2));
  return pairs;
}

const knownRows = new Map<TableCode, readonly Known[]>();

function rowsOf(table: TableCode): readonly Known[] {
  const cached = knownRows.get(table);
  if (cached) return cached;
  const known: Known[] = [];
  for (const one of allForms.flatMap((form) => form.tables).filter((t) => t.table === table)) {
    for (const group of one.groups) {
      for (const row of group.rows) {
        const sense: Sense = {
          kind: 'row',
          table,
          code: row.code,
          group: group.heading ? group.code : null,
          order: rowOrder(table, row.code),
        };
        for (const label of [row.zh, ...row.variants]) {
          const text = chinese(label.replace(/^[(]?[一二三四五六七八九十]{1,3}[)、.]/, ''));
          if (text.length >= 4) known.push({ sense, text, pairs: pairsOf(text) });
        }
      }
    }
  }
  knownRows.set(table, known);
  return known;
}

/** Whether a text is the beginning of a row's label, broken off at the end of its cell: 规范性, of 规范性文件. */
export function beginsRowLabel(table: TableCode, printed: string): boolean {
  const text = chinese(printed);
  return text.length >= 3 && rowsOf(table).some((known) => known.text.startsWith(text));
}

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const pair of a) if (b.has(pair)) shared++;
  return (2 * shared) / (a.size + b.size);
}

/** Least likeness (Dice, over pairs of characters) of a misspelt label, and how far the next best row must be behind. */
const alike = 0.6;
const apart = 0.2;

/** The one row of a table whose label a text nearly is; null if none is near, or two are. */
export function closestRow(table: TableCode, printed: string): Sense | null {
  const text = chinese(printed.replace(/^[(]?[一二三四五六七八九十]{1,3}[)、.]/, ''));
  if (text.length < 4 || text.length > 60) return null;
  const pairs = pairsOf(text);
  const best = new Map<string, { sense: Sense; score: number }>();
  for (const { sense, pairs: known } of rowsOf(table)) {
    const score = likeness(pairs, known);
    if (score > (best.get(sense.code)?.score ?? 0)) best.set(sense.code, { sense, score });
  }
  const [first, second] = [...best.values()].sort((a, b) => b.score - a.score);
  return first && first.score >= alike && first.score - (second?.score ?? 0) >= apart ? first.sense : null;
}
