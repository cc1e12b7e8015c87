const most = 2 ** 31 - 1;

/** Whether a number can stand in an `int` column, which is INT32 (schemas/kinds.ts). What cannot is published as null, with a reason beside it. */
export const isInt32 = (value: number): boolean => Number.isInteger(value) && Math.abs(value) <= most;
