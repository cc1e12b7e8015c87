import { describe, expect, it } from 'vitest';
import { readPrinted } from '../../src/extract/number.ts';

const cases: readonly [raw: string, signed: boolean, value: number | null, status: string, unit: string | null][] = [
  ['0', false, 0, 'reported', null],
  ['', false, null, 'blank', null],
  ['  ', false, null, 'blank', null],
  ['/', false, null, 'na_mark', null],
  ['——', false, null, 'na_mark', null],
  ['无', false, null, 'na_mark', null],
  ['无', true, 0, 'reported_text', null],
  ['无增减', true, 0, 'reported_text', null],
  ['0/0', true, 0, 'reported_text', null],
  ['增0减0', true, 0, 'reported_text', null],
  ['- 11', false, null, 'ambiguous', null],
  ['- 11', true, -11, 'reported', null],
  ['00', true, null, 'ambiguous', null],
  ['3/1', true, null, 'unparsed', null],
  ['0/0', false, null, 'unparsed', null],
  ['无增减', false, null, 'unparsed', null],
  ['+1036', true, 1036, 'reported', null],
  ['-8', true, -8, 'reported', null],
  ['−8', true, -8, 'reported', null],
  ['–8', true, -8, 'reported', null],
  ['—8', true, -8, 'reported', null],
  ['—8', false, null, 'ambiguous', null],
  ['增加2', true, 2, 'reported_text', null],
  ['减少3项', true, -3, 'reported_text', null],
  ['下降3', true, -3, 'reported_text', null],
  ['▼3', true, null, 'unparsed', null],
  ['13项', false, 13, 'reported', null],
  ['123456789012345', false, 123456789012345, 'reported', null],
  ['1234567890123456', false, null, 'unparsed', null],
  [`增加${'9'.repeat(400)}`, true, null, 'unparsed', null],
  ['109038元', false, 109038, 'reported', 'CNY'],
  ['10.9038万元', false, 10.9038, 'reported', 'CNY_10K'],
  ['1,113', false, 1113, 'reported', null],
  ['１，１１３', false, 1113, 'reported', null],
  ['22（其中修订16件）', false, 22, 'reported', null],
  ['24252.311082', false, 24252.311082, 'reported', null],
  ['零件', false, 0, 'reported_text', null],
  ['2 0', false, null, 'ambiguous', null],
  ['1 113', false, null, 'ambiguous', null],
  ['0000000', false, null, 'ambiguous', null],
  ['3①', false, 3, 'reported', null],
  ['3¹', false, 3, 'reported', null],
  ['3 ²', false, 3, 'reported', null],
  ['①', false, null, 'unparsed', null],
  ['3①4', false, null, 'unparsed', null],
  ['约20', false, null, 'unparsed', null],
  ['20余件', false, null, 'unparsed', null],
  ['***', false, null, 'na_mark', null],
];

describe('a printed cell', () => {
  it.each(cases)('%j (signed %s) is %j, %s, %s', (raw, signed, value, status, unit) => {
    expect(readPrinted(raw, signed)).toEqual({ value, status, unit });
  });
});
