import { h } from '../dom.ts';

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

/** A chart as an SVG file. */
export const svgFile = ({ svg, title, key }: Drawing): string => new XMLSerializer().serializeToString(standalone(svg, title, key));

/** A chart as a PNG file, twice as fine as on the screen; null where the browser cannot paint it. */
export async function pngFile(drawing: Drawing): Promise<Blob | null> {
  const address = URL.createObjectURL(new Blob([svgFile(drawing)], { type: 'image/svg+xml;charset=utf-8' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = h('canvas', { width: 2 * image.width, height: 2 * image.height });
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((done) => canvas.toBlob(done, 'image/png'));
  } finally {
    URL.revokeObjectURL(address);
  }
}
