import { h } from './dom.ts';

function download(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  h('a', { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** A value as CSV; what a spreadsheet would take for a formula gets an apostrophe before it. */
function csvValue(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const inert = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\n\r]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}

/** Save rows as CSV with the mark by which spreadsheets know UTF-8. */
export function saveCsv(name: string, head: readonly string[], rows: readonly (readonly (string | number | null)[])[]): void {
  const lines = [head, ...rows].map((row) => row.map(csvValue).join(','));
  download(`${name}.csv`, new Blob([`\ufeff${lines.join('\r\n')}\r\n`], { type: 'text/csv;charset=utf-8' }));
}

const painted = ['fill', 'stroke', 'color', 'background'] as const;

/** A chart that needs no style sheet: colours of this page written into it, its title and key above it. */
function standalone(svg: SVGSVGElement, title: string, key: readonly { label: string; colour: string }[]): SVGSVGElement {
  const style = getComputedStyle(document.documentElement);
  const colour = (value: string) => value.replace(/var\((--[\w-]+)\)/g, (_, name: string) => style.getPropertyValue(name).trim());
  const copy = svg.cloneNode(true) as SVGSVGElement;
  for (const element of [copy, ...copy.querySelectorAll('*')]) {
    for (const name of painted) {
      const value = element.getAttribute(name);
      if (value?.includes('var(')) element.setAttribute(name, colour(value));
    }
  }
  const [width, height] = [svg.width.baseVal.value, svg.height.baseVal.value];
  const above = 30 + 18 * key.length;
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('viewBox', `0 ${-above} ${width} ${height + above}`);
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height + above));
  copy.setAttribute('style', `background:${style.getPropertyValue('--paper').trim()};color:${style.getPropertyValue('--ink').trim()}`);
  const text = (x: number, y: number, content: string, fill: string) => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', 'text');
    for (const [name, value] of Object.entries({ x, y, fill, 'font-size': 13, 'font-family': 'system-ui' }))
      element.setAttribute(name, String(value));
    element.textContent = content;
    copy.appendChild(element);
  };
  text(8, 18 - above, title, 'currentColor');
  for (const [at, one] of key.entries()) text(8, 36 + 18 * at - above, `■ ${one.label}`, colour(one.colour));
  return copy;
}

/** What a drawing is saved with. */
export interface Drawing {
  readonly name: string;
  readonly title: string;
  readonly svg: SVGSVGElement;
  readonly key: readonly { label: string; colour: string }[];
}

const written = ({ svg, title, key }: Drawing): Blob =>
  new Blob([new XMLSerializer().serializeToString(standalone(svg, title, key))], { type: 'image/svg+xml;charset=utf-8' });

/** Save a chart as SVG. */
export const saveSvg = (drawing: Drawing): void => download(`${drawing.name}.svg`, written(drawing));

/** Save a chart as PNG, twice as fine as on the screen. */
export async function savePng(drawing: Drawing): Promise<void> {
  const address = URL.createObjectURL(written(drawing));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = h('canvas', { width: 2 * image.width, height: 2 * image.height });
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const png = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
    if (png) download(`${drawing.name}.png`, png);
  } finally {
    URL.revokeObjectURL(address);
  }
}
