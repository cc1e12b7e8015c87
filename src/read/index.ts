import type { DocumentFormat } from '../../schemas/report.ts';
import { issue } from '../issue.ts';
import type { Doc } from '../model.ts';
import { decode } from './decode.ts';
import { readHtml } from './html.ts';
import { readText } from './text.ts';
import { UnreadableError } from './unreadable.ts';

/** Largest document that is read; a report with pictures has a few MB. */
export const mostBytes = 50 * 1024 * 1024;

/** Readers of binary formats, each loaded only when such a file is met. */
const readers: Partial<Record<DocumentFormat, () => Promise<(bytes: Uint8Array) => Promise<Doc> | Doc>>> = {};

const startsWith = (bytes: Uint8Array, magic: readonly number[], at = 0) => magic.every((byte, i) => bytes[at + i] === byte);

/** The binary format of bytes, told by their first ones; null for text. */
function sniffBinary(bytes: Uint8Array): DocumentFormat | null {
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) return 'pdf';
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return 'zip';
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return 'doc';
  if (startsWith(bytes, [0x7b, 0x5c, 0x72, 0x74, 0x66])) return 'rtf';
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47]) || startsWith(bytes, [0xff, 0xd8, 0xff]) || startsWith(bytes, [0x47, 0x49, 0x46, 0x38]))
    return 'image';
  return null;
}

const looksLikeHtml = /<(!doctype|html|head|body|table|div|p|br|meta|h[1-6]|span|tr|td|article|section)\b[^<>]*>/i;
const looksLikeMhtml =
  /^(mime-version:|from: |content-type: multipart\/related|[\w-]+: [^\n]*\n)[\s\S]{0,4000}content-type:\s*multipart\/related/i;

async function readTextual(bytes: Uint8Array): Promise<Doc> {
  const { text, encoding, damaged } = decode(bytes);
  if (controlCharacters(text)) throw new UnreadableError('format_unsupported', '既不是文字也不是已知的文档格式');
  if (text.trim() === '') throw new UnreadableError('empty_document', '文件里只有空白', 'txt');
  const head = text.slice(0, 65_536);
  if (looksLikeMhtml.test(head)) {
    const { readMhtml } = await import('./mhtml.ts');
    return readMhtml(bytes);
  }
  const doc = looksLikeHtml.test(head) ? await readHtml(text, encoding) : await readText(text, encoding);
  return damaged ? { ...doc, issues: [...doc.issues, issue('encoding_damaged')] } : doc;
}

/** Binary junk: more than one control character in fifty. */
function controlCharacters(text: string): boolean {
  const sample = text.slice(0, 20_000);
  let controls = 0;
  for (let at = 0; at < sample.length; at++) {
    const code = sample.charCodeAt(at);
    if ((code < 32 && code !== 9 && code !== 10 && code !== 13 && code !== 12) || code === 0xfffd) controls++;
  }
  return controls * 50 > sample.length;
}

/**
 * Read the bytes of one document into the shape all formats share. The format is told by content, never by name.
 * Throws `UnreadableError` for what has no reader, is empty, too large or damaged.
 */
export async function readDocument(bytes: Uint8Array): Promise<Doc> {
  if (bytes.length === 0) throw new UnreadableError('empty_document', '文件大小为 0');
  if (bytes.length > mostBytes) throw new UnreadableError('too_large', `${bytes.length} 字节，上限为 ${mostBytes} 字节`);
  const format = sniffBinary(bytes);
  if (!format) return readTextual(bytes);
  const reader = readers[format];
  if (!reader) throw new UnreadableError('format_unsupported', format, format);
  return (await reader())(bytes);
}
