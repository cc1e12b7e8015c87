import { checkKinds } from '../../schemas/checks.ts';
import { type FormColumn, type FormHeading, type FormRow, forms, tableCodes } from '../../schemas/forms/index.ts';
import { mentionKind } from '../../schemas/mentions.ts';
import type { CheckOutcome, CheckResult } from '../../schemas/report.ts';
import { words } from './words.ts';

/** Language of an explanation. */
export type Language = 'zh' | 'en';

interface Named {
  readonly zh: string;
  readonly en: string;
}

const outcomes: Readonly<Record<CheckOutcome, Named>> = {
  pass: { zh: '成立', en: 'holds' },
  warn: { zh: '略有出入', en: 'slightly off' },
  fail: { zh: '不成立', en: 'does not hold' },
  not_assessable: { zh: '无法判断', en: 'cannot be assessed' },
};

const tables: ReadonlySet<string> = new Set(tableCodes);
const names = new Map<string, Named>(Object.entries(words));
for (const form of forms) {
  for (const table of form.tables) {
    names.set(table.table, table.heading);
    const headings: readonly FormHeading[] = table.headings;
    for (const { subtotal, zh, en } of headings) if (subtotal) names.set(subtotal, { zh, en });
    for (const group of table.groups) {
      const labels: readonly (FormRow | FormColumn)[] = [...group.columns, ...group.rows];
      for (const { code, zh, en } of labels) if (!names.has(code)) names.set(code, { zh, en });
    }
  }
}

/** Checks that hold a number told in prose against the table: which side is which is said (N01 to N07, N11). */
const proseAgainstTable = /^N(?:0[1-7]|11)$/;

/** 2021 among tables is the form of that year, behind `year` the year itself (Q02). */
const formOfYear = /(?<!year |\d)(20\d\d)(?!\d)/g;

/** A message whose short words are told apart by the check they stand in. */
function spelt({ id, message }: CheckResult, lang: Language): string {
  if (proseAgainstTable.test(id)) return `${words.told[lang]} ${message.replace(/ ([≠=≈]) /, ` $1 ${words.printed[lang]} `)}`;
  if (id === 'Q02') return message.replace(formOfYear, lang === 'zh' ? '$1年格式' : 'form of $1');
  if (id === 'D05') return message.replace(/^amount /, 'disclosure.fees.amount ');
  return id.startsWith('F') ? message.replace(/(statistics\.[a-z0-9_]+)\.year/g, '$1') : message;
}

/** Put one code into words: the whole, or part by part without the table (`granted.total` → Granted, Total). */
function name(code: string, lang: Language): string {
  const whole = names.get(code) ?? mentionKind(code);
  if (whole) return whole[lang];
  const parts = code.split('.');
  const named = tables.has(parts[0] ?? '') && parts.length > 1 ? parts.slice(1) : parts;
  return named.map((part) => names.get(part)?.[lang] ?? part).join(lang === 'zh' ? '·' : ', ');
}

/** A code of ours inside a message: lower-case words joined by `_` and `.`. */
const code = /[a-z][a-z0-9_]*(?:\.[a-z0-9_]+)*/g;

/**
 * A check result as a sentence a person understands: what should hold, for which cells, with which numbers, and whether it does.
 * `message` in the report holds codes and numbers, the same in every language; labels come from the forms.
 */
export function explainCheck(result: CheckResult, lang: Language): string {
  const kind: Named | undefined = Object.entries(checkKinds).find(([id]) => id === result.id)?.[1];
  const label = result.instance?.replace(code, (found) => name(found, lang));
  const message = spelt(result, lang).replace(code, (found) => name(found, lang));
  const rule = kind?.[lang] ?? result.id;
  return lang === 'zh'
    ? `${rule}${label ? `（${label}）` : ''}：${message}。${outcomes[result.outcome].zh}`
    : `${rule}${label ? ` (${label})` : ''}: ${message} — ${outcomes[result.outcome].en}`;
}
