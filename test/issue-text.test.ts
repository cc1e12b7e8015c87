import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { issue } from '../src/issue.ts';
import { detailInEnglish, issueInEnglish, recordedInEnglish } from '../src/issue-text.ts';
import { damaged, encrypted, tooLarge, unsupported } from '../src/read/refusals.ts';

const folder = join(import.meta.dirname, '../src/read');
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && name !== 'refusals.ts')
  .map((name) => [name, readFileSync(join(folder, name), 'utf8')] as const);

const text = /(?:'([^']*)'|`([^`]*)`)/.source;
const calls = new RegExp(`\\b(damaged|encrypted|tooLarge|unsupported|UnreadableError|issue)\\(\\s*(?:${text})(?:,\\s*(?:${text}))?`, 'g');
const filled = (literal: string) => literal.replace(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, '7');

/** The sentence a call of the source makes. */
function said([, call = '', a, b, c, d]: readonly (string | undefined)[]): string | null {
  const [first, second] = [filled(a ?? b ?? ''), filled(c ?? d ?? '')];
  if (call === 'damaged') return damaged(first).message;
  if (call === 'encrypted') return encrypted(first).message;
  if (call === 'tooLarge') return tooLarge(first).message;
  if (call === 'unsupported') return unsupported(first, second).message;
  return second === '' ? null : second;
}

const sentences = sources.flatMap(([name, source]) =>
  [...source.matchAll(calls)].flatMap((match): [string, string][] => {
    const sentence = said(match);
    return sentence && /\p{Script=Han}/u.test(sentence) ? [[name, sentence]] : [];
  }),
);
const listed = sources.flatMap(([name, source]) =>
  [...source.matchAll(/^\s+(?:\['([^']+)', \[0x|(?:ofd|image|zip): '([^']+)',)/gm)].map(([, other, advice]): [string, string] => [
    name,
    other ? unsupported(other, other.includes('压缩包') ? '请解压后提交其中的文件' : '不是年度报告').message : (advice ?? ''),
  ]),
);

test('the sources are looked through', () => {
  expect(sentences.length).toBeGreaterThan(60);
  expect(listed.length).toBeGreaterThan(6);
});

test('what a reader says can be said in English, every sentence of it', () => {
  const left = [...sentences, ...listed].filter(([, sentence]) => {
    const english = detailInEnglish(sentence);
    return english === null || /\p{Script=Han}|[{}。，]/u.test(english);
  });
  expect(left).toEqual([]);
});

test('a phrase inside a phrase is said, a name inside stays', () => {
  expect(issueInEnglish('encrypted', issue('encrypted', encrypted('压缩包内的“报告.docx”').message).message)).toBe(
    'The file is encrypted: "报告.docx" in the archive is protected by a password. Remove the password and submit it again',
  );
  expect(issueInEnglish('damaged', issue('damaged').message)).toBe('The file is damaged or incomplete');
});

test('a text quoted from the document is never translated', () => {
  expect(issueInEnglish('label_unknown', issue('label_unknown', '本年新收申请').message)).toBe(
    'The table holds an unknown label: 本年新收申请',
  );
  expect(recordedInEnglish(issue('label_unknown', '本年新收申请').message)).toBeNull();
  expect(recordedInEnglish(issue('empty_document', '文件大小为 0').message)).toBe('The file is empty: It holds 0 bytes');
});
