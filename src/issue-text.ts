import { type IssueCode, issueKinds } from '../schemas/issues.ts';
import { phrases } from '../schemas/phrases.ts';

// Object.keys forgets what the keys are.
const issueCodes = Object.keys(issueKinds) as IssueCode[];
const han = /\p{Script=Han}/u;
const patterns = phrases.map(({ zh, en }) => ({
  pattern: new RegExp(`^${zh.replace(/[.*+?^$()[\]\\|]/g, '\\$&').replaceAll('{}', '(.+?)')}$`, 's'),
  en,
}));

function phraseInEnglish(text: string): string | null {
  for (const { pattern, en } of patterns) {
    const [whole, ...names] = pattern.exec(text) ?? [];
    if (whole === undefined) continue;
    // A name may be a phrase itself: "the Word document" is protected by a password.
    return names.reduce((said, name) => said.replace('{}', () => phraseInEnglish(name) ?? name), en);
  }
  return null;
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What a reader found, in English; null where it is no phrase of a reader but a text quoted from the document. */
export function detailInEnglish(detail: string): string | null {
  const said = detail.split('。').map(phraseInEnglish);
  const known = said.filter((one) => one !== null);
  return known.length === said.length ? known.map(sentence).join('. ') : null;
}

/** The message of an issue in English: its code's sentence, and the detail where it is a reader's; quotations stay as they are. */
export function issueInEnglish(code: IssueCode, message: string): string {
  const { zh, en } = issueKinds[code];
  if (!message.startsWith(zh)) return message;
  const detail = message.slice(zh.length).replace(/^：/, '');
  return detail === '' ? en : `${en}: ${detailInEnglish(detail) ?? detail}`;
}

/** The code of an issue whose message was recorded; null for a message of another kind. */
export function issueOf(recorded: string): IssueCode | null {
  const known = issueCodes.find((code) => recorded === issueKinds[code].zh || recorded.startsWith(`${issueKinds[code].zh}：`));
  return known ?? null;
}

/** A recorded message in English; null where it says something that only its own language has. */
export function recordedInEnglish(recorded: string): string | null {
  const code = issueOf(recorded);
  const said = code && issueInEnglish(code, recorded);
  return said === null || han.test(said) ? null : said;
}
