/** What a reader of RTF hears (RTF 1.9.1, "Conventions of an RTF Reader"). */
export interface RtfListener {
  open(): void;
  close(): void;
  /** `\name` or `\name12`; symbols such as `\~` come with their sign as name. */
  word(name: string, value: number | null): void;
  /** `\*`: the group may be skipped by who does not know it. */
  optional(): void;
  /** A byte of text, as such or written `\'hh`. */
  byte(byte: number): void;
}

const backslash = 0x5c;
const isLetter = (byte: number) => (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a);
const isDigit = (byte: number) => byte >= 0x30 && byte <= 0x39;

/** Cut RTF into tokens. Linear, allocates only names. */
export function readTokens(bytes: Uint8Array, listener: RtfListener): void {
  let at = 0;
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0;
    at++;
    if (byte === 0x7b) listener.open();
    else if (byte === 0x7d) listener.close();
    else if (byte === backslash) at = control(bytes, at, listener);
    else if (byte !== 0x0d && byte !== 0x0a && byte !== 0) listener.byte(byte);
  }
}

function control(bytes: Uint8Array, start: number, listener: RtfListener): number {
  const first = bytes[start] ?? 0x20;
  if (first === 0x27) {
    const byte = Number.parseInt(String.fromCharCode(bytes[start + 1] ?? 0, bytes[start + 2] ?? 0), 16);
    if (!Number.isNaN(byte)) listener.byte(byte);
    return start + 3;
  }
  if (!isLetter(first)) {
    if (first === 0x2a) listener.optional();
    else if (first === backslash || first === 0x7b || first === 0x7d) listener.byte(first);
    else listener.word(first === 0x0d || first === 0x0a ? 'par' : String.fromCharCode(first), null);
    return start + 1;
  }
  let at = start;
  while (at < bytes.length && at - start < 40 && isLetter(bytes[at] ?? 0)) at++;
  const name = String.fromCharCode(...bytes.subarray(start, at));
  const digits = at;
  if (bytes[at] === 0x2d) at++;
  while (at < bytes.length && at - digits < 11 && isDigit(bytes[at] ?? 0)) at++;
  const value = at > digits ? Number.parseInt(String.fromCharCode(...bytes.subarray(digits, at)), 10) : Number.NaN;
  if (bytes[at] === 0x20) at++;
  listener.word(name, Number.isNaN(value) ? null : value);
  return name === 'bin' ? at + Math.max(0, value || 0) : at;
}
