import type { DocumentFormat } from '../../schemas/report.ts';
import { issue } from '../issue.ts';
import type { Doc } from '../model.ts';
import { decode } from './characters/decode.ts';
import { heldArticle, showsLittle } from './html/held.ts';
import { wholeText } from './html/preformatted.ts';
import { readHtml } from './html.ts';
import { mostBytes } from './limits.ts';
import { unsupported } from './refusals.ts';
import { sniffBinary } from './sniff.ts';
import { type Markup, markupOf, withBreaksAsLines, withLinesAsBreaks } from './text/inline-markup.ts';
import { readText } from './text.ts';
import { UnreadableError } from './unreadable.ts';

type Reader = (bytes: Uint8Array) => Promise<Doc> | Doc;

/** Readers of binary formats, each loaded only when such a file is met. */
const readers: Partial<Record<DocumentFormat, () => Promise<Reader>>> = {
  docx: async () => (await import('./docx.ts')).readDocx,
  doc: async () => (await import('./doc.ts')).readDoc,
  xlsx: async () => (await import('./xlsx.ts')).readXlsx,
  xls: async () => (await import('./xls.ts')).readXls,
  ods: async () => (await import('./odf.ts')).readOds,
  odt: async () => (await import('./odf.ts')).readOdt,
  rtf: async () => (await import('./rtf.ts')).readRtf,
  pdf: async () => (await import('./pdf.ts')).readPdf,
};

/** What to do with a format that is known but not read. */
const advice: Partial<Record<DocumentFormat, string>> = {
  ofd: 'OFD 版式文件。请向发布机关索取网页、Word 或 PDF 版',
  image: '图片里没有文字。请先做文字识别，或索取文字版',
  zip: '压缩包本身不是文档。请逐个提交其中的文件；包中之包需先解压',
};

/** Data, not a document: the objects that parsing gives would be read as reports of their own. */
const looksLikeJson = /^\s*(?:\{\s*"|\[\s*[{"[])/;
const looksLikeMhtml =
  /^(mime-version:|from: |content-type: multipart\/|[\w-]+: [^\n]*\n)[\s\S]{0,4000}content-type:\s*(?:multipart\/(?:related|alternative|mixed)|text\/html)/i;

/** Name of the root element of an XML file, behind its declarations and comments. */
const rootOfXml = (head: string): string | null =>
  /^\ufeff?\s*<\?xml\b[^>]*>(?:\s*<[?!][^>]*>)*\s*<([A-Za-z][\w:]*)/.exec(head)?.[1] ?? null;

async function readTextual(bytes: Uint8Array): Promise<Doc> {
  const { text, encoding, damaged } = decode(bytes);
  if (controlCharacters(text)) throw new UnreadableError('format_unsupported', '既不是文字也不是已知的文档格式');
  if (looksLikeJson.test(text)) throw unsupported('JSON 数据', '请提交报告本身，而不是从中读出的数据', 'txt');
  if (text.trim() === '') throw new UnreadableError('empty_document', '文件里只有空白', 'txt');
  const head = text.slice(0, 65_536);
  if (looksLikeMhtml.test(head)) {
    const { readMhtml } = await import('./mhtml.ts');
    return readMhtml(bytes);
  }
  const root = rootOfXml(head);
  const flat = root ? await (await import('./flat-xml.ts')).readFlatXml(root, text) : null;
  if (flat) return flat;
  const doc = await readMarkedText(text, markupOf(head), encoding);
  return damaged ? { ...doc, issues: [...doc.issues, issue('encoding_damaged')] } : doc;
}

/** A page, or the article that it holds where only a script shows it. */
async function readPage(page: string, encoding: string): Promise<Doc> {
  const text = wholeText(page);
  if (text !== null) return readText(text, encoding);
  const shown = await readHtml(page, encoding);
  const held = showsLittle(shown) ? heldArticle(page) : null;
  if (held === null) return shown;
  const { lines, script, issues } = markupOf(held) === 'none' ? await readText(held, encoding) : await readHtml(held, encoding);
  return { ...shown, lines: [...shown.lines, ...lines.map((line) => ({ ...line, n: line.n + shown.lines.length }))], script, issues };
}

function readMarkedText(text: string, markup: Markup, encoding: string): Promise<Doc> {
  if (markup === 'page') return readPage(text, encoding);
  if (markup === 'tables') return readHtml(withLinesAsBreaks(text), encoding);
  return readText(markup === 'inline' ? withBreaksAsLines(text) : text, encoding);
}

/** Control characters that no text has, but for the ends of lines, pages and Word's cells. */
const controls = new Uint8Array(65536).fill(1, 0, 32);
for (const character of '\u0007\t\n\v\f\r') controls[character.charCodeAt(0)] = 0;
controls[0xfffd] = 1;

/** Binary junk: more than one control character in fifty, of every fifth one. */
function controlCharacters(text: string): boolean {
  const end = Math.min(text.length, 20_000);
  let [looked, count] = [0, 0];
  for (let at = 0; at < end; at += 5) {
    looked++;
    count += controls[text.charCodeAt(at)] ?? 0;
  }
  return count * 50 > looked;
}

/**
 * Read the bytes of one document into the shape all formats share. The format is recognised by content, never by name.
 * Throws `UnreadableError` for what has no reader, is empty, too large or damaged.
 */
export async function readDocument(bytes: Uint8Array): Promise<Doc> {
  if (bytes.length === 0) throw new UnreadableError('empty_document', '文件大小为 0');
  if (bytes.length > mostBytes) throw new UnreadableError('too_large', `${bytes.length} 字节，上限为 ${mostBytes} 字节`);
  const format = await sniffBinary(bytes);
  if (!format) return readTextual(bytes);
  const reader = readers[format];
  if (!reader) throw new UnreadableError('format_unsupported', advice[format] ?? format, format);
  return (await reader())(bytes);
}
