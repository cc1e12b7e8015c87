import { hash } from 'node:crypto';

const known = new WeakMap<Uint8Array, string>();

/** SHA-256 of bytes as 64 lower-case hexadecimal digits. It is computed once for an array: bytes that were hashed do not change. */
export function sha256Hex(bytes: Uint8Array): string {
  const before = known.get(bytes);
  if (before !== undefined) return before;
  const digits = hash('sha256', bytes, 'hex');
  known.set(bytes, digits);
  return digits;
}
