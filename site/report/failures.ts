import { h } from '../dom.ts';
import { number, say, t } from '../language.ts';
import type { CheckResult, FormsFile, Text } from '../published.ts';
import { checkFinding, checkSentence } from './checks.ts';

/** From so many on, checks of one kind are shown as one: sixteen rows with the same fault are one fault. */
const many = 3;

type Names = ReadonlyMap<string, Text>;

function together(forms: FormsFile, names: Names, id: string, checks: readonly CheckResult[]): HTMLElement {
  return h(
    'li',
    {},
    h(
      'details',
      {},
      h('summary', {}, h('b', {}, id), ` ${say(forms.checks[id], id)} (${number(checks.length)})`),
      h('ul', {}, ...checks.map((check) => h('li', {}, checkFinding(names, check)))),
    ),
  );
}

/** Checks that do not hold, those of one kind together; null where all hold. */
export function failures(forms: FormsFile, names: Names, checks: readonly CheckResult[]): HTMLElement | null {
  const failed = checks.filter(({ outcome }) => outcome === 'fail' || outcome === 'warn');
  if (failed.length === 0) return null;
  const kinds = new Map<string, CheckResult[]>();
  for (const check of failed) kinds.set(check.id, [...(kinds.get(check.id) ?? []), check]);
  const items = [...kinds].flatMap(([id, own]) =>
    own.length >= many
      ? [together(forms, names, id, own)]
      : own.map((check) => h('li', {}, h('b', {}, `${check.id} `), checkSentence(forms, names, check))),
  );
  return h(
    'section',
    { class: 'wrongbox' },
    h('h2', {}, t(`不成立的核对（${number(failed.length)}）`, `Checks that do not hold (${number(failed.length)})`)),
    h('ul', {}, ...items),
  );
}
