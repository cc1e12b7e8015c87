import { expect, it } from 'vitest';
import { outOfOrder } from '../../src/match/rows/order.ts';

it('finds the members that break the order of the rest', () => {
  expect([...outOfOrder([0, 1, 2, 3])]).toEqual([]);
  expect([...outOfOrder([0, 5, 1, 2, 3])]).toEqual([1]);
  expect([...outOfOrder([1, 2, 0, 3])]).toEqual([2]);
  expect([...outOfOrder([])]).toEqual([]);
  expect([...outOfOrder([4, 4, 4])]).toEqual([]);
  expect(outOfOrder(new Array(1001).fill(1)).size).toBe(1001);
});
