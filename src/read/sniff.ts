import type { DocumentFormat } from '../../schemas/report.ts';
import { isZip, openArchive } from './archive.ts';
import { isCompound, openCompound } from './compound.ts';
import { UnreadableError } from './unreadable.ts';

const startsWith = (bytes: Uint8Array, ...signature: readonly number[]) => signature.every((byte, at) => bytes[at] === byte);
const latin = (bytes: Uint8Array, from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to));

/**
 * The format of a file by its content, never by its name; null where it is text (or HTML) of some encoding.
 * Throws `UnreadableError` for a container that is recognised but damaged, encrypted or of a kind nobody reads here.
 */
export function sniffBinary(bytes: Uint8Array): DocumentFormat | null {
  if (isZip(bytes)) return sniffZip(bytes);
  if (isCompound(bytes)) return sniffCompound(bytes);
  if (latin(bytes, 0, 1024).includes('%PDF-')) return 'pdf';
  if (latin(bytes, 0, 6).replace(/^\s+/, '').startsWith('{\\rt')) return 'rtf';
  if (isImage(bytes)) return 'image';
  refuseOthers(bytes);
  return null;
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

/** What a zip holds tells its format: OOXML, OpenDocument, OFD, or files packed together. */
function sniffZip(bytes: Uint8Array): DocumentFormat {
  const names = openArchive(bytes).entries.map((entry) => entry.name);
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name));
  if (has(/^word\/document\d*\.xml$/)) return 'docx';
  if (has(/^xl\/workbook\.(xml|bin)$/)) return 'xlsx';
  if (has(/^OFD\.xml$/i)) return 'ofd';
  if (names.includes('content.xml') && names.includes('mimetype')) return openDocument(bytes);
  if (has(/^ppt\/presentation\.xml$/)) throw unsupported('a PowerPoint presentation', 'Save the report as a Word document or PDF.');
  return 'zip';
}

function openDocument(bytes: Uint8Array): DocumentFormat {
  const kind = new TextDecoder().decode(openArchive(bytes).read('mimetype', 1000) ?? new Uint8Array());
  if (kind.includes('spreadsheet')) return 'ods';
  if (kind.includes('opendocument.text')) return 'odt';
  throw unsupported(`an OpenDocument file of type ${kind.slice(0, 60)}`, 'Save the report as a text document or spreadsheet.');
}

function sniffCompound(bytes: Uint8Array): DocumentFormat {
  const names = openCompound(bytes).names;
  if (names.has('WordDocument')) return 'doc';
  if (names.has('Workbook') || names.has('Book')) return 'xls';
  if (names.has('EncryptedPackage')) {
    throw new UnreadableError('encrypted', 'The Office document is protected by a password. Remove the password and give it again.');
  }
  throw unsupported('an Office container without a document or sheet', 'Open it and save it as a Word document.');
}

const others: readonly (readonly [string, readonly number[]])[] = [
  ['a RAR archive', [0x52, 0x61, 0x72, 0x21]],
  ['a 7-Zip archive', [0x37, 0x7a, 0xbc, 0xaf]],
  ['a gzip archive', [0x1f, 0x8b, 8]],
  ['a program', [0x4d, 0x5a, 0x90]],
  ['a program', [0x7f, 0x45, 0x4c, 0x46]],
];

function refuseOthers(bytes: Uint8Array): void {
  const other = others.find(([, signature]) => startsWith(bytes, ...signature));
  if (other) throw unsupported(other[0], other[0].includes('archive') ? 'Unpack it and give the files in it.' : 'It is no report.');
}

const unsupported = (what: string, advice: string) =>
  new UnreadableError('format_unsupported', `The file is ${what}, which is not read. ${advice}`);
