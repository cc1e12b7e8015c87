import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareVersions } from '../../src/dataset/records/version-order.ts';
import { type Claim, resolveClaims } from '../../src/dataset/winner/claims.ts';
import { type Standing, standingOf } from '../../src/dataset/winner/standing.ts';
import { bytesOf, type MadeUp, madeUpParser } from './interleave/scenario.ts';

const said = { agency: '350200-justice-bureau', year: 2020, values: [1, 2] };
const made: MadeUp = { id: 1, v1: said, v2: said };

const plain: Standing = { checks_passed: 10, cells_reported: 100, complete: 1, authority: 1, format: 'html', published: '2021-01-20' };
const claim = (n: number, standing: Partial<Standing> = {}, rest: Partial<Claim> = {}): Claim => ({
  sha256: n.toString(16).padStart(64, '0'),
  candidate: `candidate ${n}`,
  keys: [`folder/${n}.html`],
  withdrawn: null,
  correctionOf: null,
  standing: { ...plain, ...standing },
  ...rest,
});

/** Each point in its turn: the second is ahead by this point, behind in all that follow. */
const ladder: readonly (readonly [string, Claim, Claim])[] = [
  ['not_withdrawn', claim(1, {}, { withdrawn: 'wrong' }), claim(2, { checks_passed: 0 }, { correctionOf: null })],
  ['explicit_correction', claim(1, { checks_passed: 99 }), claim(2, { checks_passed: 0 }, { correctionOf: '1.html' })],
  ['more_checks_passed', claim(1, { cells_reported: 999 }), claim(2, { checks_passed: 11 })],
  ['more_cells', claim(1, { complete: 1 }), claim(2, { cells_reported: 101, complete: 0 })],
  ['complete_report', claim(1, { complete: 0, authority: 2 }), claim(2)],
  ['source_authority', claim(1, { format: 'html' }), claim(2, { authority: 2, format: 'pdf' })],
  ['format', claim(1, { format: 'pdf', published: '2022-01-01' }), claim(2, { format: 'docx' })],
  ['published_later', claim(1, { published: null }), claim(2, { published: '2021-01-01' })],
];

test.each(ladder)('%s decides when nothing before it does', (reason, loser, winner) => {
  for (const claims of [
    [loser, winner],
    [winner, loser],
  ]) {
    expect(resolveClaims(claims)).toMatchObject({ reason, winner: { sha256: winner.sha256 } });
  }
});

test('equal in everything, the lowest hash wins; alone, a document wins as the only candidate', () => {
  expect(resolveClaims([claim(2), claim(1)])).toMatchObject({ reason: 'lowest_sha256', winner: claim(1) });
  expect(resolveClaims([claim(2)])).toMatchObject({ reason: 'only_candidate', winner: claim(2) });
});

test('where all are withdrawn nobody wins; where there is nobody, neither', () => {
  expect(resolveClaims([claim(1, {}, { withdrawn: 'a' }), claim(2, {}, { withdrawn: 'b' })]).winner).toBeNull();
  expect(resolveClaims([])).toEqual({ ranked: [], winner: null, reason: null });
});

test('a correction of a correction wins; it names its document by hash, key or file name', () => {
  const original = claim(1, { checks_passed: 50 });
  const first = claim(2, { checks_passed: 40 }, { correctionOf: 'folder/1.html' });
  for (const correctionOf of [first.sha256, first.sha256.slice(0, 60), 'folder/2.html', '2.html']) {
    const second = claim(3, {}, { correctionOf });
    expect(resolveClaims([original, first, second]).ranked).toEqual([second, first, original]);
  }
});

test('fewer than eight hex digits are a file name, not the beginning of a hash', () => {
  const first = claim(1, {}, { keys: ['2023/abcdef0'], correctionOf: 'unknown.html' });
  const second = claim(2, {}, { correctionOf: 'abcdef0' });
  const another = claim(3, { checks_passed: 99 }, { correctionOf: 'unknown.html' });
  expect(resolveClaims([first, second, another]).winner).toBe(second);
});

test.each([
  ['https://www.xm.gov.cn/1.html', 2],
  ['https://gov.cn/1.html', 2],
  ['https://www.notgov.cn/1.html', 1],
  ['https://gov.cn.example.org/1.html', 1],
  ['file:///C:/1.html', 0],
  ['no address', 0],
  [null, 0],
])('a document from %s has the authority %i', async (source_url, authority) => {
  const { report } = await madeUpParser('0.1.0')(bytesOf(made), { name: '1.html', sourceUrl: source_url ?? undefined });
  expect(standingOf(report)).toMatchObject({ authority, complete: 1, checks_passed: 2, cells_reported: 2 });
  // What is stated in prose and what is odd about the file speak neither for nor against it.
  const checks = [...report.checks, ...['N08', 'Q02'].map((id) => ({ ...report.checks[0], id }))];
  expect(standingOf({ ...report, checks } as typeof report).checks_passed).toBe(2);
});

test('corrections in a circle correct nothing', () => {
  const one = claim(1, { checks_passed: 5 }, { correctionOf: '2.html' });
  const two = claim(2, { checks_passed: 6 }, { correctionOf: '1.html' });
  const outside = claim(3, { checks_passed: 7 });
  expect(resolveClaims([one, two, outside]).winner).toBe(outside);
});

const anyClaim = fc
  .record({
    checks_passed: fc.nat(2),
    cells_reported: fc.nat(2),
    authority: fc.nat(2),
    format: fc.constantFrom('html', 'pdf', null),
    published: fc.constantFrom('2021-01-01', '2021-02-01', null),
    withdrawn: fc.constantFrom(null, null, 'wrong'),
    correctionOf: fc.constantFrom(null, null, '0.html', '1.html', '2.html'),
  })
  .map(({ withdrawn, correctionOf, ...standing }) => ({ standing, withdrawn, correctionOf }));

test('the order is total and the same from whatever order the claims come in', () => {
  fc.assert(
    fc.property(fc.array(anyClaim, { maxLength: 6 }), fc.nat(), (drawn, by) => {
      const claims = drawn.map(({ standing, ...rest }, n) => claim(n, standing as Partial<Standing>, rest));
      const turned = claims.map((_, n) => claims[(n + by) % claims.length] as Claim).reverse();
      expect(resolveClaims(turned)).toEqual(resolveClaims(claims));
    }),
  );
});

test('parser versions are ordered as numbers, a development build before its version', () => {
  const inOrder = ['0.2.0-dev.aaa', '0.2.0-dev.bbb', '0.2.0', '0.10.0', '1.0.0-dev.1', '1.0.0'];
  for (const [n, version] of inOrder.entries()) {
    for (const [m, other] of inOrder.entries()) expect(Math.sign(compareVersions(version, other))).toBe(Math.sign(n - m));
  }
});
