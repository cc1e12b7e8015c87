import { h } from '../dom.ts';
import { csv, type DataFile } from './csv.ts';
import { type Drawing, pngFile, svgFile } from './drawing.ts';

/** Hand a file to the reader's downloads. */
export function download(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  h('a', { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** Save rows as CSV. */
export const saveCsv = (file: DataFile): void => download(`${file.name}.csv`, new Blob([csv(file)], { type: 'text/csv;charset=utf-8' }));

/** Save a chart as SVG. */
export const saveSvg = (drawing: Drawing): void =>
  download(`${drawing.name}.svg`, new Blob([svgFile(drawing)], { type: 'image/svg+xml;charset=utf-8' }));

/** Save a chart as PNG. */
export async function savePng(drawing: Drawing): Promise<void> {
  const png = await pngFile(drawing);
  if (png) download(`${drawing.name}.png`, png);
}
