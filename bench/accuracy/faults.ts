import type { Judgement } from './judge.ts';

/** Parts of a judgement that can be asked about. */
export type JudgedPart = 'cells' | 'identity' | 'forms' | 'mentions' | 'checks';

const aboutForms = (field: string) => field.startsWith('form.') || field.startsWith('table.');

/** Everything that was read otherwise than it should have been, one line each. */
export function faultsOf(judgement: Judgement, parts: readonly JudgedPart[]): string[] {
  const { cells, fields, mentions, checks } = judgement;
  const wrong = fields.filter(({ right }) => !right);
  const show = (kind: string) => (fault: (typeof cells.silent)[number]) =>
    `${kind} ${fault.code}: ${fault.got} (${fault.gotStatus}) instead of ${fault.want} (${fault.wantStatus})`;
  const field = ({ field: name, got, want }: (typeof wrong)[number]) =>
    `${name}: ${JSON.stringify(got ?? null)} instead of ${JSON.stringify(want ?? null)}`;
  const byPart: Record<JudgedPart, string[]> = {
    cells: [
      ...cells.silent.map(show('silent')),
      ...cells.missed.map(show('missed')),
      ...cells.status.map(show('status')),
      ...cells.repeated.map((code) => `listed twice: ${code}`),
    ],
    identity: wrong.filter(({ field: name }) => !aboutForms(name)).map(field),
    forms: wrong.filter(({ field: name }) => aboutForms(name)).map(field),
    mentions: [
      ...mentions.missing.map((mention) => `mention missing: ${mention}`),
      ...mentions.invented.map((mention) => `mention invented: ${mention}`),
    ],
    checks: checks.wrong.map((check) => `check ${check}`),
  };
  return parts.flatMap((part) => byPart[part]);
}
