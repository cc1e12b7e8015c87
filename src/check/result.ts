import { type CheckId, checkKinds } from '../../schemas/checks.ts';
import type { CheckOutcome, CheckResult } from '../../schemas/report.ts';
import type { Operand } from './facts.ts';

/** What a check found: the two sides where it has numbers, and the numbers it looked at. */
export interface Finding {
  readonly instance?: string | undefined;
  readonly outcome: CheckOutcome;
  readonly left?: number | null;
  readonly right?: number | null;
  /** Cells and numbers in codes and signs, the same in every language; `explainCheck` puts it into words. */
  readonly message: string;
}

/** A finding as the report lists it (contract 1). */
export function result(id: CheckId, { instance, outcome, left = null, right = null, message }: Finding): CheckResult {
  const { severity } = checkKinds[id];
  return instance === undefined
    ? { id, outcome, severity, left, right, message }
    : { id, instance, outcome, severity, left, right, message };
}

/** `pass` or `fail`. */
export const verdict = (holds: boolean): CheckOutcome => (holds ? 'pass' : 'fail');

/** A sum over a missing part says nothing: the first missing parts and why they are missing. */
export function missing(operands: readonly Operand[], name: (code: string) => string): string {
  const named: string[] = [];
  let more = 0;
  for (const operand of operands) {
    if (operand.value !== null) continue;
    if (named.length < 3) named.push(`${name(operand.code)}: ${operand.why}`);
    else more++;
  }
  return named.join(', ') + (more > 0 ? ` (+${more})` : '');
}

/** Numbers without the noise of binary fractions: 0.1 + 0.2 reads 0.3. */
export const plain = (value: number): string => (Number.isSafeInteger(value) ? String(value) : String(Number(value.toPrecision(12))));

/** Equal up to binary fractions. */
export const equal = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a), Math.abs(b));
