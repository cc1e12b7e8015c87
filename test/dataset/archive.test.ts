import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { memberOf, membersOf } from '../../src/dataset/intake/archive.ts';
import type { Arrival } from '../../src/dataset/intake/arrival.ts';
import { UnreadableError } from '../../src/read/unreadable.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const container = (files: Record<string, string>): Arrival => {
  const body = zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, bytes(text)])));
  return { file: { key: 'all.zip', version: 'v1' }, version: 'v1', body, received: '' };
};
const paths = (files: Record<string, string>) =>
  [...membersOf(container(files))].map((member) => (member instanceof UnreadableError ? member.code : member.file.member));

test.each([
  ['one that leads out of the archive', '../../etc/a.txt', 'etc/a.txt'],
  ['one from the root', '/a.txt', 'a.txt'],
  ['one with parts that say nothing', './b//./c.txt', 'b/c.txt'],
  ['one as Windows writes it', 'b\\c.txt', 'b/c.txt'],
  ['one that a Mac took apart', 'e\u0301.txt', '\u00e9.txt'],
  ['one with a NUL', 'a\0.txt', 'a.txt'],
])('the name of a member becomes part of a key: %s', (_, name, path) => {
  expect(paths({ [name]: 'a' })).toEqual([path]);
  expect(memberOf(container({ [name]: 'a' }), path)?.file).toEqual({ key: 'all.zip', version: 'v1', member: path });
});

test('a member has its sidecar with it, whether it comes with the others or alone, and is another version under another one', () => {
  const [one, other] = ['{"year":2020}', '{"year":2021}'].map((sidecar) => container({ 'x/a.txt': 'a', 'x/a.txt.meta.json': sidecar }));
  if (!one || !other) throw new Error('no containers');
  const [listed] = [...membersOf(one)];
  const alone = memberOf(one, 'x/a.txt');
  expect(listed).toEqual(alone);
  expect(alone?.enclosed).toEqual({ year: 2020 });
  expect(memberOf(other, 'x/a.txt')?.version).not.toBe(alone?.version);
  expect(memberOf(one, 'x/b.txt')).toBeNull();
});
