import type { DocumentFormat } from '../../schemas/report.ts';
import { unsupported } from './refusals.ts';

const startsWith = (bytes: Uint8Array, ...signature: readonly number[]) => signature.every((byte, at) => bytes[at] === byte);
const latin = (bytes: Uint8Array, from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to));

/**
 * The format of a file by its content, never by its name; null where it is text (or HTML) of some encoding.
 * Throws `UnreadableError` for a container that is recognised but damaged, encrypted or of a kind that is not read here.
 */
export async function sniffBinary(bytes: Uint8Array): Promise<DocumentFormat | null> {
  if (isZip(bytes)) return (await import('./container/sniff.ts')).zipFormat(bytes);
  if (startsWith(bytes, ...compound)) return (await import('./container/sniff.ts')).compoundFormat(bytes);
  if (isPdf(bytes)) return 'pdf';
  if (latin(bytes, 0, 6).replace(/^\s+/, '').startsWith('{\\rt')) return 'rtf';
  if (isImage(bytes)) return 'image';
  refuseOthers(bytes);
  return null;
}

/** Whether this program's own code alone reads a file: pages and texts, no format of a library. */
export const isText = async (bytes: Uint8Array): Promise<boolean> => (await sniffBinary(bytes).catch(() => 'other')) === null;

const compound = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** A zip begins with its first entry or, when it is empty, with the end of its directory. */
const isZip = (bytes: Uint8Array) => startsWith(bytes, 0x50, 0x4b, 3, 4) || startsWith(bytes, 0x50, 0x4b, 5, 6);

/** A PDF may have other bytes before its header, up to 1024. */
function isPdf(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 1024);
  for (let at = head.indexOf(0x25); at >= 0; at = head.indexOf(0x25, at + 1)) if (latin(head, at, at + 5) === '%PDF-') return true;
  return false;
}

function isImage(bytes: Uint8Array): boolean {
  return (
    startsWith(bytes, 0x89, 0x50, 0x4e, 0x47) ||
    startsWith(bytes, 0xff, 0xd8, 0xff) ||
    latin(bytes, 0, 4) === 'GIF8' ||
    startsWith(bytes, 0x49, 0x49, 0x2a, 0) ||
    startsWith(bytes, 0x4d, 0x4d, 0, 0x2a) ||
    (latin(bytes, 0, 4) === 'RIFF' && latin(bytes, 8, 12) === 'WEBP') ||
    (latin(bytes, 0, 2) === 'BM' && startsWith(bytes.subarray(6), 0, 0, 0, 0))
  );
}

const others: readonly (readonly [string, readonly number[]])[] = [
  ['RAR 压缩包', [0x52, 0x61, 0x72, 0x21]],
  ['7-Zip 压缩包', [0x37, 0x7a, 0xbc, 0xaf]],
  ['gzip 压缩包', [0x1f, 0x8b, 8]],
  ['可执行程序', [0x4d, 0x5a, 0x90]],
  ['可执行程序', [0x7f, 0x45, 0x4c, 0x46]],
];

function refuseOthers(bytes: Uint8Array): void {
  const other = others.find(([, signature]) => startsWith(bytes, ...signature));
  if (other) throw unsupported(other[0], other[0].includes('压缩包') ? '请解压后提交其中的文件' : '不是年度报告');
}
