import { current, say } from '../language.ts';
import type { FormsFile, ToldIssue } from '../published.ts';

/**
 * What stands behind the sentence of an issue's code: a text quoted from the document, in both languages as it is, or what a reader
 * found. Where there is no English of the latter, the sentence of the code is shown alone.
 */
export function issueDetail(forms: FormsFile, { code, severity, message, english }: ToldIssue): string {
  const { zh = '', en = '' } = forms.issues[code] ?? {};
  if (current() === 'zh' || english === undefined) {
    if (current() !== 'zh' && severity === 'error') return '';
    return message.startsWith(zh) ? message.slice(zh.length).replace(/^：/, '') : message;
  }
  return english.startsWith(en) ? english.slice(en.length).replace(/^: /, '') : english;
}

/** The whole issue: its code's sentence and the detail. */
export function issueText(forms: FormsFile, issue: ToldIssue): string {
  const detail = issueDetail(forms, issue);
  const sentence = say(forms.issues[issue.code], issue.code);
  if (detail === '') return sentence;
  return current() === 'zh' ? `${sentence}：${detail}` : `${sentence}: ${detail}`;
}
