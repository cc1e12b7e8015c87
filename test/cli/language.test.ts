import { expect, test } from 'vitest';
import { fill } from '../../bin/text/language.ts';

test('a sentence takes its values; one is one thing, none and more are several', () => {
  const sentence = '{files|file|files}: {found|agency|agencies} in {folder}, {unknown}';
  const filled = (files: number, found: number) => fill(sentence, { files, found, folder: 'a|b' });
  expect(filled(1, 1)).toBe('1 file: 1 agency in a|b, {unknown}');
  expect(filled(0, 2)).toBe('0 files: 2 agencies in a|b, {unknown}');
});
