import type { Doc } from '../model.ts';
import { decode } from './characters/decode.ts';
import { readHtml } from './html.ts';
import { UnreadableError } from './unreadable.ts';

// MHTML (RFC 2557): the page a browser saved in one file. Only its first HTML part is read.

const latin1 = (bytes: Uint8Array) => new TextDecoder('latin1').decode(bytes);

function header(head: string, name: string): string | null {
  const unfolded = head.replace(/\r?\n[ \t]+/g, ' ');
  return new RegExp(`^${name}:\\s*(.*)$`, 'im').exec(unfolded)?.[1]?.trim() ?? null;
}

function quotedPrintable(body: string): Uint8Array {
  const joined = body
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Uint8Array.from(joined, (character) => character.charCodeAt(0) & 0xff);
}

function bodyBytes(head: string, body: string): Uint8Array {
  const encoding = header(head, 'Content-Transfer-Encoding')?.toLowerCase();
  if (encoding === 'quoted-printable') return quotedPrintable(body);
  if (encoding === 'base64') return Uint8Array.from(atob(body.replace(/[^A-Za-z0-9+/=]/g, '')), (character) => character.charCodeAt(0));
  return Uint8Array.from(body, (character) => character.charCodeAt(0) & 0xff);
}

interface Part {
  readonly head: string;
  readonly body: string;
}

/** Parts within parts, at most: what is shown in several ways, and what belongs to each of them (RFC 2046 5.1). */
const deepestParts = 5;

function partOf(text: string): Part | null {
  const gap = /\r?\n\r?\n/.exec(text);
  return gap ? { head: text.slice(0, gap.index), body: text.slice(gap.index + gap[0].length) } : null;
}

/** The first page in a message, whatever it is wrapped in. */
function pageIn({ head, body }: Part, depth: number): Part | null {
  const type = header(head, 'Content-Type') ?? '';
  if (/^text\/html/i.test(type)) return { head, body };
  const boundary = /boundary="?([^"\r\n;]+)"?/i.exec(type)?.[1];
  if (!boundary || depth === 0) return null;
  for (const text of body.split(`--${boundary}`).slice(1)) {
    const part = partOf(text.replace(/^\r?\n/, ''));
    const page = part ? pageIn(part, depth - 1) : null;
    if (page) return page;
  }
  return null;
}

/** Read the HTML part of an MHTML file; its Content-Location is the page's address. */
export async function readMhtml(bytes: Uint8Array): Promise<Doc> {
  const text = latin1(bytes);
  const whole = partOf(text.replace(/^\s+/, ''));
  const part = whole ? pageIn(whole, deepestParts) : null;
  if (!whole || !part) throw new UnreadableError('damaged', 'MHTML 中没有网页', 'mhtml');
  const { text: page, encoding } = decode(bodyBytes(part.head, part.body));
  const doc = await readHtml(page, encoding);
  const address = header(part.head, 'Content-Location') ?? header(whole.head, 'Snapshot-Content-Location');
  return { ...doc, format: 'mhtml', hints: { ...doc.hints, address: address ?? doc.hints.address } };
}
