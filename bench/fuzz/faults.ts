import * as z from 'zod';
import { type Report, reportSchema } from '../../schemas/report.ts';
import { simplifier } from '../../src/read/characters/fold.ts';

/** What must not be said of any document, whatever has happened to it: a failed parser, an object out of shape, a number not printed. */
export async function faultsOf(report: Report): Promise<string[]> {
  const failed = report.issues.filter(({ code }) => code === 'parser_failed').map(({ message }) => `the parser failed: ${message}`);
  const shape = reportSchema.safeParse(report);
  if (!shape.success) return [...failed, `out of shape: ${z.prettifyError(shape.error).slice(0, 500)}`];
  return [...failed, ...misplaced(report), ...(await notPrinted(report))];
}

const valued = new Set(['reported', 'reported_text', 'solved']);

/** Codes listed twice, numbers without the status of one, cells behind the end of the text. */
function misplaced({ cells, sections }: Report): string[] {
  const twice = new Set(cells.map(({ code }) => code)).size === cells.length ? [] : ['a code is listed twice'];
  const strange = cells.filter(({ value, status }) => (value !== null) !== valued.has(status));
  const lines = sections.reduce((total, { text }) => total + text.split('\n').length, 0);
  const outside = cells.filter(({ line }) => line !== null && line > lines);
  return [
    ...twice,
    ...strange.map(({ code, status, value }) => `${code} is ${status} with value ${value}`),
    ...outside.map(({ code, line }) => `${code} stands in line ${line} of ${lines}`),
  ];
}

/** A control character is folded to a blank. */
const bare = (text: string) => text.normalize('NFKC').replace(/[\s\p{Cc}]+/gu, '');

/** Numbers whose printed text does not stand on the line they name. */
async function notPrinted({ cells, sections, document }: Report): Promise<string[]> {
  // `raw` is in Simplified script, whatever the page is in.
  const simple = document.script === 'traditional' ? await simplifier() : (text: string) => text;
  const lines = new Map<number, string>();
  for (const { first_line, text } of sections) for (const [n, line] of text.split('\n').entries()) lines.set(first_line + n, line);
  return cells.flatMap(({ code, value, raw, line }) => {
    if (value === null) return [];
    const shown = [0, 1, 2, 3].map((more) => lines.get((line ?? 0) + more) ?? '').join('');
    return raw !== null && bare(simple(shown)).includes(bare(raw))
      ? []
      : [`${code} = ${value}, but “${raw}” is not printed on line ${line}`];
  });
}
