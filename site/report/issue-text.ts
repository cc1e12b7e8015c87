import { current, say } from '../language.ts';
import type { FormsFile, Report } from '../published.ts';

type Issue = Report['issues'][number];

/**
 * What stands behind the sentence of an issue's code: a text quoted from the document, in both languages as it is. Why a document
 * could not be read at all is told in Chinese only; to others the sentence of the code has to do.
 */
export function issueDetail(forms: FormsFile, { code, severity, message }: Issue): string {
  if (severity === 'error' && current() !== 'zh') return '';
  const sentence = forms.issues[code]?.zh ?? '';
  return message.startsWith(sentence) ? message.slice(sentence.length).replace(/^：/, '') : message;
}

/** The whole issue: its code's sentence and the detail. */
export function issueText(forms: FormsFile, issue: Issue): string {
  const detail = issueDetail(forms, issue);
  const sentence = say(forms.issues[issue.code], issue.code);
  if (detail === '') return sentence;
  return current() === 'zh' ? `${sentence}：${detail}` : `${sentence}: ${detail}`;
}
