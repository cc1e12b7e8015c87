import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readingsOfGroups, readingsOfRow, solveColumns } from '../../src/match/columns/solve.ts';

describe('digits that ran together', () => {
  it('are read in the one way the row sum allows', () => {
    expect(readingsOfRow('23000023', 7)).toEqual([]);
    expect(readingsOfRow('230000023', 7)).toEqual([[23, 0, 0, 0, 0, 0, 23]]);
    expect(readingsOfRow('13300000016', 7)).toEqual([]);
  });

  it('keep the true reading among the readings', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constant(0), fc.nat(9999)), { minLength: 6, maxLength: 6 }), (parts) => {
        const row = [...parts, parts.reduce((sum, part) => sum + part, 0)];
        expect(readingsOfRow(row.join(''), 7)).toContainEqual(row);
      }),
      { numRuns: 300 },
    );
  });

  it('never begin a number with a zero', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{7,16}$/), (digits) => {
        for (const reading of readingsOfRow(digits, 7)) expect(reading.join('')).toBe(digits);
      }),
      { numRuns: 300 },
    );
  });

  it('are cut into groups that each add up', () => {
    expect(readingsOfGroups('102031200012' + '00000', 3, 5)).toEqual([[1, 0, 2, 0, 3, 12, 0, 0, 0, 12, 0, 0, 0, 0, 0]]);
    expect(readingsOfGroups('1111', 1, 5)).toEqual([]);
  });

  it('are told apart by the columns where rows alone leave two readings', () => {
    const two = readingsOfRow('11213', 3);
    expect(two).toEqual([
      [1, 12, 13],
      [11, 2, 13],
    ]);
    const rows = new Map([
      ['a', two],
      ['b', [[1, 1, 2]]],
      ['total', [[12, 3, 15]]],
    ]);
    expect(solveColumns(rows, [{ left: ['a', 'b'], right: ['total'] }]).get('a')).toEqual([[11, 2, 13]]);
  });

  it('stay open where no sum can be formed', () => {
    const two = readingsOfRow('11213', 3);
    const rows = new Map([['a', two]]);
    expect(solveColumns(rows, [{ left: ['a', 'missing'], right: ['total'] }]).get('a')).toEqual(two);
  });

  it('take no longer for a hostile run', () => {
    expect(readingsOfRow('1'.repeat(60), 7).length).toBeLessThanOrEqual(4000);
    expect(readingsOfRow('0'.repeat(500), 7)).toEqual([]);
  });
});
