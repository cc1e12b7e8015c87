import type { DataFile, Value } from './download/csv.ts';

/** What can stand inside an element: texts become text nodes, so that nothing a report says is ever markup. */
export type Child = Node | string | number | null | false | undefined | readonly Child[];

type Attributes = Readonly<Record<string, string | number | boolean | null | undefined | ((event: Event) => void)>>;

function put(to: Node, children: readonly Child[]): void {
  for (const child of children) {
    if (child === null || child === undefined || child === false) continue;
    if (Array.isArray(child)) put(to, child);
    else to.appendChild(child instanceof Node ? child : document.createTextNode(String(child)));
  }
}

/** An element with attributes (`on…` are listeners, true is an empty attribute, null and false are left out) and children. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === 'function') element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  put(element, children);
  return element;
}

/** An address taken from data as a link, when it leads to the web; else its text. */
export function outward(address: string): HTMLElement {
  const safe = /^https?:\/\//i.test(address);
  return safe ? h('a', { href: address, rel: 'noopener noreferrer' }, address) : h('span', {}, address);
}

/** A column of a table: what stands in its head, how a row shows there, and whether it is a number. */
export interface TableColumn<R> {
  readonly label: string;
  readonly show: (row: R) => Child;
  readonly number?: boolean;
  /** What a data file has for a row; without it, the text that is shown. */
  readonly value?: (row: R) => Value;
}

const named = new WeakMap<Element, { readonly title: string; readonly data: DataFile }>();

/** The data of an element, if it is a table that has a name. */
export const tableOf = (element: Element) => named.get(element);

/** A table with a caption for those who cannot see it; wide ones scroll in their own box, by keyboard too. A named one can be downloaded. */
export function table<R>(caption: string, columns: readonly TableColumn<R>[], rows: readonly R[], name?: string): HTMLElement {
  const head = h('tr', {}, ...columns.map(({ label, number }) => h('th', { scope: 'col', class: number ? 'n' : null }, label)));
  const body = rows.map((row) =>
    h(
      'tr',
      {},
      ...columns.map(({ show, number }, at) =>
        at === 0 && !number ? h('th', { scope: 'row' }, show(row)) : h('td', { class: number ? 'n' : null }, show(row)),
      ),
    ),
  );
  const box = h(
    'div',
    { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': caption },
    h('table', { class: name ?? null }, h('caption', { class: 'unseen' }, caption), h('thead', {}, head), h('tbody', {}, ...body)),
  );
  if (name === undefined) return box;
  const values = rows.map((row, at) => columns.map(({ value }, n) => (value ? value(row) : (body[at]?.children[n]?.textContent ?? ''))));
  named.set(box, { title: caption, data: { name, head: columns.map(({ label }) => label), rows: values } });
  return box;
}
