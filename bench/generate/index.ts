import type { Report } from '../../schemas/report.ts';
import { type Draft, draftReport, type GenerateOptions } from './draft/draft.ts';
import { type Layout, layoutNamed } from './layout/layouts.ts';
import { type Rendered, renderDraft } from './render.ts';
import { plainText, reportOf } from './report.ts';

export type { Draft, GenerateOptions } from './draft/draft.ts';
export { type Layout, layoutNamed, layouts, pageLayouts, textLayouts } from './layout/layouts.ts';
export type { Rendered } from './render.ts';

/** A made-up but consistent report of a real organ. */
export interface GeneratedReport {
  readonly seed: number;
  readonly draft: Draft;
  /** The object of contract 1 that parsing `plainText` must give (sums checked; other checks are left to the checks themselves). */
  readonly report: Report;
  /** The report as UTF-8 text, a table row a line, cells joined by tabs; the lines of `report` are its lines. */
  readonly plainText: Uint8Array;
  /** The report in a layout, as a file with its truth. */
  render(layout: Layout | string): Rendered;
}

/**
 * A random report: figures balance as the form demands, text agrees with the tables. The same seed and options give the
 * same bytes everywhere. Throws when the options name a division or kind that is not in the lists.
 */
export function randomReport(seed: number, options: GenerateOptions = {}): GeneratedReport {
  const draft = draftReport(seed, options);
  let report: Report | undefined;
  return {
    seed,
    draft,
    get report() {
      report ??= reportOf(draft);
      return report;
    },
    get plainText() {
      return plainText(draft);
    },
    render: (layout) => renderDraft(draft, typeof layout === 'string' ? layoutNamed(layout) : layout),
  };
}

/** Any number of reports, one at a time: seeds `first`, `first + 1` … */
export function* randomReports(count: number, options: GenerateOptions = {}, first = 1): Generator<GeneratedReport> {
  for (let seed = first; seed < first + count; seed++) yield randomReport(seed, options);
}
