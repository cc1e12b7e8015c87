import { expect, test } from 'vitest';
import { readDocument } from '../../src/read/index.ts';

const page = '<html><body><p>某局年度报告</p><table><tr><td>规章<td>3</table></body></html>';
const html = `Content-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(page).toString('base64')}\r\n`;
const plain = 'Content-Type: text/plain\r\n\r\nsee below\r\n';
const parts = (boundary: string, ...all: string[]) => `${all.map((part) => `--${boundary}\r\n${part}`).join('')}--${boundary}--\r\n`;

test.each([
  ['beside what belongs to it', `multipart/related; boundary="a"; type="text/html"\r\n\r\nno part\r\n${parts('a', html, plain)}`],
  [
    'within another part, beside the same in plain text',
    `multipart/related; boundary="a"\r\n\r\n${parts('a', `Content-Type: multipart/alternative;\r\n\tboundary=b\r\n\r\n${parts('b', plain, html)}`)}`,
  ],
  ['of a letter', `multipart/alternative; boundary=b\r\n\r\n${parts('b', plain, html)}`],
  ['that is all of a letter', html.replace('Content-Type: ', '')],
])('a saved page is read: %s', async (_, message) => {
  const doc = await readDocument(new TextEncoder().encode(`MIME-Version: 1.0\r\nContent-Type: ${message}`));
  expect(doc.format).toBe('mhtml');
  expect(doc.lines.map(({ row, text }) => row?.cells.map((cell) => cell.text) ?? text)).toEqual(['某局年度报告', ['规章', '3']]);
});

test('a message without a page is said to be none', async () => {
  const message = `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=a\r\n\r\n${parts('a', plain)}`;
  await expect(readDocument(new TextEncoder().encode(message))).rejects.toMatchObject({ code: 'damaged' });
});
