import { expect, test } from 'vitest';
import { replayRequest, shares } from '../../lambdas/replay-request.ts';

test('every receipt is in exactly one share, and shares come in order', () => {
  expect([shares[0], shares.at(-1), new Set(shares).size]).toEqual(['00', 'ff', 256]);
  expect([...shares].sort()).toEqual(shares);
});

test.each([
  ['nothing', {}],
  ['only where to go on', { from: '80' }],
  ['a day in words', { since: 'yesterday' }],
  ['a number for a version', { parserBelow: '3' }],
  ['a share that is none', { prefix: '', from: '100' }],
  ['a misspelt condition', { perfix: 'a' }],
])('%s is refused in words', (_, asked) => {
  expect(() => replayRequest(asked)).toThrow(/✖/);
});

test.each([{ prefix: '' }, { since: '2026-11-01', until: '2026-12-01', from: 'c0' }, { parserBelow: '0.3.0', code: 'scanned' }])(
  '%j is taken as it is',
  (asked) => {
    expect(replayRequest(asked)).toEqual(asked);
  },
);
