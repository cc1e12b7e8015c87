import { basename } from 'node:path';
import { readLocalDocument } from '../../bin/local/ingest/document.ts';
import { parseDocument } from '../../src/parse.ts';
import type { LabelledDocument } from './corpus.ts';
import { type Judgement, judge } from './judge.ts';

/** Right answers out of those judged. */
export interface Share {
  readonly right: number;
  readonly judged: number;
}

/** Results over a corpus. `silent_errors` count numbers where the truth has another number, or none. */
export interface Totals {
  readonly documents: number;
  readonly silent_errors: number;
  readonly missed_numbers: number;
  readonly status_mismatches: number;
  readonly duplicate_codes: number;
  readonly mentions_invented: number;
  readonly cells: Share;
  readonly mentions: Share;
  readonly checks: Share;
  /** By field of agency and report, and by `forms` and `tables`. */
  readonly fields: Readonly<Record<string, Share>>;
}

const groupOf = (field: string) =>
  field.startsWith('form.') ? 'forms' : field.startsWith('table.') ? 'tables' : field.startsWith('period_') ? 'period' : field;

/** Read one labelled document and judge it. */
export async function judgeDocument({ path, truth }: LabelledDocument): Promise<Judgement> {
  const { bytes, source } = await readLocalDocument(path);
  const { report } = await parseDocument(bytes, source);
  return judge(basename(path), truth, report);
}

/** Add up judgements. */
export function total(judgements: readonly Judgement[]): Totals {
  const sum = (count: (judgement: Judgement) => number) => judgements.reduce((all, judgement) => all + count(judgement), 0);
  const verdicts = judgements.flatMap(({ fields }) => fields);
  const groups = [...new Set(verdicts.map(({ field }) => groupOf(field)))].sort();
  const fields = groups.map((group) => {
    const own = verdicts.filter(({ field }) => groupOf(field) === group);
    return [group, { right: own.filter(({ right }) => right).length, judged: own.length }] as const;
  });
  const mentioned = sum(({ mentions }) => mentions.expected);
  const checked = sum(({ checks }) => checks.expected);
  return {
    documents: judgements.length,
    silent_errors: sum(({ cells }) => cells.silent.length),
    missed_numbers: sum(({ cells }) => cells.missed.length),
    status_mismatches: sum(({ cells }) => cells.status.length),
    duplicate_codes: sum(({ cells }) => cells.repeated.length),
    mentions_invented: sum(({ mentions }) => mentions.invented.length),
    cells: { right: sum(({ cells }) => cells.right), judged: sum(({ cells }) => cells.expected) },
    mentions: { right: mentioned - sum(({ mentions }) => mentions.missing.length), judged: mentioned },
    checks: { right: checked - sum(({ checks }) => checks.wrong.length), judged: checked },
    fields: Object.fromEntries(fields),
  };
}

/** One line per result, for a person. */
export function describeTotals(totals: Totals): string {
  const share = ({ right, judged }: Share) => (judged === 0 ? '0/0' : `${right}/${judged} (${((100 * right) / judged).toFixed(1)} %)`);
  return [
    `documents ${totals.documents}`,
    `cells right ${share(totals.cells)}; SILENT ERRORS ${totals.silent_errors}; missed numbers ${totals.missed_numbers}; other statuses or units ${totals.status_mismatches}; codes given twice ${totals.duplicate_codes}`,
    `mentions found ${share(totals.mentions)}, invented ${totals.mentions_invented}; checks right ${share(totals.checks)}`,
    ...Object.entries(totals.fields).map(([field, result]) => `${field} ${share(result)}`),
  ].join('\n');
}
