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

/** Read the HTML part of an MHTML file; its Content-Location is the page's address. */
export async function readMhtml(bytes: Uint8Array): Promise<Doc> {
  const text = latin1(bytes);
  const boundary = /boundary="?([^"\r\n;]+)"?/i.exec(text.slice(0, 65_536))?.[1];
  if (!boundary) throw new UnreadableError('damaged', 'MHTML 没有分隔标记', 'mhtml');
  for (const part of text.split(`--${boundary}`).slice(1)) {
    const gap = /\r?\n\r?\n/.exec(part);
    if (!gap) continue;
    const head = part.slice(0, gap.index);
    if (!/text\/html/i.test(header(head, 'Content-Type') ?? '')) continue;
    const { text: page, encoding } = decode(bodyBytes(head, part.slice(gap.index + gap[0].length)));
    const doc = await readHtml(page, encoding);
    const address = header(head, 'Content-Location') ?? header(text.slice(0, 65_536), 'Snapshot-Content-Location');
    return { ...doc, format: 'mhtml', hints: { ...doc.hints, address: address ?? doc.hints.address } };
  }
  throw new UnreadableError('damaged', 'MHTML 中没有网页', 'mhtml');
}
