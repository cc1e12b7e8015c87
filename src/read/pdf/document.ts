import { getDocument, OPS, PDFWorker } from 'unpdf/pdfjs';
import { damaged, encrypted, tooLarge } from '../refusals.ts';
import { UnreadableError } from '../unreadable.ts';
import type { CharacterMap } from './character-map.ts';
import { Drawing } from './content.ts';
import type { PageContent } from './glyph.ts';
import type { Matrix } from './matrix.ts';
import { CountingPort } from './port.ts';
import { slantOf, straightened } from './slant.ts';
import type { FontMetrics } from './state.ts';

/** A page as drawn, with its size in points. */
export interface DrawnPage {
  readonly content: PageContent;
  readonly width: number;
  readonly height: number;
}

/** Longest report, and the most it may draw; real ones stay below a tenth of it. */
const mostPages = 400;
const mostGlyphs = 2_000_000;
const mostOperators = 500_000;

const operatorNames = new Map<number, string>(Object.entries(OPS).map(([name, code]) => [code, name]));

/** Draw all pages of a PDF. Throws `UnreadableError`: encrypted, damaged, or more than any report. */
export async function drawPages(bytes: Uint8Array): Promise<DrawnPage[]> {
  beOldNode();
  let stop: (reason: UnreadableError) => void = () => {};
  const stopped = new Promise<never>((_, reject) => {
    stop = reject;
  });
  const port = new CountingPort(mostOperators, OPS.paintFormXObjectBegin, () => {
    stop(tooLarge('PDF 的绘制指令', 'pdf'));
    void task.destroy();
  });
  const worker = new PDFWorker({ port: port as unknown as null, verbosity: 0 });
  attachWorker(port);
  const task = getDocument({
    // A copy: the library takes the bytes over, and wants no Buffer.
    data: new Uint8Array(bytes),
    worker,
    disableFontFace: false,
    useSystemFonts: false,
    useWasm: false,
    isOffscreenCanvasSupported: false,
    // Pictures are never needed, and decoding them is what a hostile file would make slow.
    maxImageSize: 0,
    verbosity: 0,
    fontExtraProperties: true,
    BinaryDataFactory: CharacterMaps,
  });
  try {
    return await Promise.race([stopped, drawDocument(task, port.characterMaps)]);
  } catch (error) {
    throw refusal(error);
  } finally {
    port.terminate();
    worker.destroy();
  }
}

async function drawDocument(task: ReturnType<typeof getDocument>, maps: ReadonlyMap<string, CharacterMap>): Promise<DrawnPage[]> {
  const document = await task.promise;
  if (document.numPages > mostPages) throw tooLarge(`PDF 有 ${document.numPages} 页`, 'pdf');
  const layers = await document.getOptionalContentConfig();
  const isShown = (group: unknown) => layers.isVisible(group) !== false;
  const pages: DrawnPage[] = [];
  let glyphs = 0;
  for (let n = 1; n <= document.numPages; n++) {
    const page = await document.getPage(n);
    const { transform, width, height } = page.getViewport({ scale: 1 });
    const [a = 1, b = 0, c = 0, d = -1, e = 0, f = 0] = transform;
    const matrix: Matrix = [a, b, c, d, e, f];
    const list = await page.getOperatorList();
    const fontOf = (name: string) => fontMetrics(page.commonObjs.has(name) ? page.commonObjs.get(name) : null, maps.get(name) ?? null);
    const drawn = (onPage: Matrix) => contentOf(list, new Drawing(onPage, fontOf, isShown));
    let content = drawn(matrix);
    const slant = slantOf(content.glyphs);
    if (slant !== 0) content = drawn(straightened(matrix, slant, width, height));
    page.cleanup();
    glyphs += content.glyphs.length;
    if (glyphs > mostGlyphs) throw tooLarge('PDF 的文字', 'pdf');
    pages.push({ content, width, height });
  }
  return pages;
}

interface Operators {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly (readonly unknown[] | null)[];
}

function contentOf({ fnArray, argsArray }: Operators, drawing: Drawing): PageContent {
  for (let at = 0; at < fnArray.length; at++) drawing.draw({ name: operatorNames.get(fnArray[at] ?? -1) ?? '', args: argsArray[at] ?? [] });
  return drawing.content;
}

function fontMetrics(font: unknown, map: CharacterMap | null): FontMetrics {
  const { fontMatrix, vertical } = (font ?? {}) as { fontMatrix?: unknown; vertical?: unknown };
  const unit = Array.isArray(fontMatrix) && typeof fontMatrix[0] === 'number' ? Math.abs(fontMatrix[0]) : 0.001;
  return { unit, vertical: vertical === true, map };
}

function refusal(error: unknown): unknown {
  if (error instanceof UnreadableError || !(error instanceof Error)) return error;
  if (error.name === 'PasswordException') return encrypted('PDF', 'pdf');
  return damaged(`PDF 无法打开（${error.message.slice(0, 100)}）`, 'pdf');
}

/** Serves the character maps of Chinese fonts that are not embedded; pdf.js asks for them by file name. */
class CharacterMaps {
  async fetch({ filename }: { readonly kind: string; readonly filename: string }): Promise<Uint8Array> {
    const { characterMap } = await import('./cmaps.ts');
    return characterMap(filename.replace(/\.bcmap$/, ''));
  }
}

/** The other half of pdf.js, which registers itself when the module is loaded. */
function attachWorker(port: CountingPort): void {
  const { pdfjsWorker } = globalThis as { pdfjsWorker?: { WorkerMessageHandler: { initializeFromPort(port: CountingPort): void } } };
  if (!pdfjsWorker) throw new Error('pdf.js changed: it no longer registers its worker');
  pdfjsWorker.WorkerMessageHandler.initializeFromPort(port);
}

/** Node 20 lacks a method without which pdf.js silently loses fonts and lines. */
function beOldNode(): void {
  const prototype = ArrayBuffer.prototype as { transferToFixedLength?: unknown };
  prototype.transferToFixedLength ??= function (this: ArrayBuffer, length = this.byteLength) {
    return this.slice(0, length);
  };
}
