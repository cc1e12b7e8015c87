import type { Report } from '../../schemas/report.ts';
import { parseDocument } from '../../src/parse.ts';
import { faultsOf, type JudgedPart } from '../accuracy/faults.ts';
import { judge } from '../accuracy/judge.ts';
import { layouts, type Rendered, randomReport } from './index.ts';

/** The parts of a report that must come back from every layout. */
const parts: readonly JudgedPart[] = ['cells', 'identity', 'forms', 'mentions', 'checks'];

function lineFaults(rendered: Rendered, report: Report): string[] {
  const { lines } = rendered;
  if (!lines) return [];
  return report.cells
    .filter((cell) => cell.value !== null && cell.line !== lines.get(cell.code))
    .map((cell) => `line ${cell.code}: ${cell.line} instead of ${lines.get(cell.code)}`);
}

/** Sections hold every line of the text, so that the line of a cell is found in them. */
function sectionFaults(rendered: Rendered, report: Report): string[] {
  if (!rendered.lines) return [];
  const first = report.sections.map((section, at) => {
    const before = report.sections.slice(0, at).reduce((total, { text }) => total + text.split('\n').length, 0);
    return section.first_line === before + 1 ? null : `section ${section.n} begins at line ${section.first_line}, not ${before + 1}`;
  });
  return first.filter((fault) => fault !== null);
}

/** Render a random report in one of the layouts and read it back: what came back otherwise, each with seed and layout. */
export async function roundtripFaults(seed: number): Promise<string[]> {
  const layout = layouts[seed % layouts.length];
  if (!layout) throw new Error('no layouts');
  const rendered = randomReport(seed, { everywhere: true }).render(layout);
  const { report } = await parseDocument(rendered.bytes, { name: rendered.name });
  const faults = [
    ...faultsOf(judge(rendered.name, rendered.truth, report), parts),
    ...lineFaults(rendered, report),
    ...sectionFaults(rendered, report),
  ];
  return faults.map((fault) => `${layout.name} seed ${seed}: ${fault}`);
}
