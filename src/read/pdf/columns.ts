import type { RowLine } from './open-lines.ts';
import type { PageTable } from './page.ts';
import { joinRules, type Rule } from './rules.ts';
import { cellText } from './text.ts';

/** Rules nearer than this are one, and shorter ones are marks. */
const reach = 3.5;
const shortest = 8;
/** A table has at least so many rules with text on both sides; a lone one parts two columns of running text. */
const fewest = 2;

interface Ruled {
  readonly line: RowLine;
  /** Places of the rules that cross the line. */
  readonly crossed: readonly number[];
}

/**
 * Tables whose rules run downwards only: their columns are known, their rows are not, for the figures of a row may stand at several
 * heights. Each line is a row, so that no figure goes to the label of another line. Gives the tables, and the lines in none.
 */
export function openTables(lines: readonly RowLine[], rules: readonly Rule[]): { tables: PageTable[]; rest: RowLine[] } {
  const down = joinRules(rules, reach).filter((rule) => !rule.horizontal && rule.to - rule.from > shortest);
  const tables: PageTable[] = [];
  const rest: RowLine[] = [];
  let run: Ruled[] = [];
  const flush = () => {
    const inner = innerRules(run);
    if (inner.length >= fewest) tables.push(tableOf(run, inner));
    else for (const { line } of run) rest.push(line);
    run = [];
  };
  for (const line of lines) {
    const middle = line.y - line.size * 0.35;
    const crossed = down.filter((rule) => rule.from < middle && rule.to > middle).map((rule) => rule.at);
    if (crossed.length >= fewest) run.push({ line, crossed });
    else {
      flush();
      rest.push(line);
    }
  }
  flush();
  return { tables, rest };
}

/** Places of rules with text on both sides, from left to right. */
function innerRules(run: readonly Ruled[]): number[] {
  const left = Math.min(...run.map(({ line }) => line.left));
  const right = Math.max(...run.map(({ line }) => line.right));
  const places = [...new Set(run.flatMap(({ crossed }) => crossed))].sort((a, b) => a - b);
  return places.filter((at, n) => at > left && at < right && at - (places[n - 1] ?? Number.NEGATIVE_INFINITY) > reach);
}

function tableOf(run: readonly Ruled[], inner: readonly number[]): PageTable {
  const left = Math.min(...run.map(({ line }) => line.left));
  const right = Math.max(...run.map(({ line }) => line.right));
  const cells = run.flatMap(({ line, crossed }, row) => {
    const printed = inner.filter((at) => crossed.some((place) => Math.abs(place - at) <= reach));
    const edges = [left, ...printed, right];
    return edges.slice(1).map((until, n) => {
      const from = edges[n] ?? left;
      const tokens = line.tokens.filter((token) => {
        const middle = (token.left + token.right) / 2;
        return (n === 0 || middle >= from) && (until === right || middle < until);
      });
      return { row, rows: 1, left: from, right: until, text: cellText(tokens, until - from) };
    });
  });
  const first = run[0]?.line;
  return { kind: 'table', top: first ? first.y - first.size : 0, left, right, rows: run.length, cells };
}
