import type { DocumentFormat } from '../../../schemas/report.ts';
import { encrypted, unsupported } from '../refusals.ts';
import { openArchive } from './archive.ts';
import { openCompound } from './compound.ts';

/** What a zip holds tells its format: OOXML, OpenDocument, OFD, or files packed together. */
export function zipFormat(bytes: Uint8Array): DocumentFormat {
  const names = openArchive(bytes).entries.map((entry) => entry.name);
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name));
  if (has(/^word\/document\d*\.xml$/)) return 'docx';
  if (has(/^xl\/workbook\.(xml|bin)$/)) return 'xlsx';
  if (has(/^OFD\.xml$/i)) return 'ofd';
  if (names.includes('content.xml') && names.includes('mimetype')) return openDocument(bytes);
  if (has(/^ppt\/presentation\.xml$/)) throw unsupported('演示文稿（PowerPoint）', '请另存为 Word 或 PDF');
  return 'zip';
}

function openDocument(bytes: Uint8Array): DocumentFormat {
  const kind = new TextDecoder().decode(openArchive(bytes).read('mimetype', 1000) ?? new Uint8Array());
  if (kind.includes('spreadsheet')) return 'ods';
  if (kind.includes('opendocument.text')) return 'odt';
  throw unsupported(`OpenDocument 的 ${kind.slice(0, 60)} 类文件`, '请另存为文字文档或电子表格');
}

/** What an OLE container holds tells its format. Throws `UnreadableError` where nothing readable is in it. */
export function compoundFormat(bytes: Uint8Array): DocumentFormat {
  const names = openCompound(bytes).names;
  if (names.has('WordDocument')) return 'doc';
  if (names.has('Workbook') || names.has('Book')) return 'xls';
  if (names.has('EncryptedPackage')) {
    throw encrypted('Office 文档');
  }
  throw unsupported('不含文档或工作表的 Office 文件', '请打开后另存为 .docx');
}
