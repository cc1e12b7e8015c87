import type { Look } from './style-sheets.ts';

/** What an element does to the text; those not listed do nothing and are not followed. */
export type Role =
  | 'hidden'
  | 'veiled'
  | 'block'
  | 'table'
  | 'row'
  | 'cell'
  | 'link'
  | 'title'
  | 'field'
  | 'raised'
  | 'struck'
  | 'input'
  | 'box'
  | 'option'
  | 'picture'
  | 'foot';

/** An element that matters to a reader of the text. */
export interface Element {
  readonly name: string;
  readonly role: Role;
  /** It has no content and no end tag. */
  readonly isVoid: boolean;
  /** Its attributes are asked for. */
  readonly isDescribed: boolean;
  /** What it holds is read by other rules than those of HTML (SVG, MathML). */
  readonly isForeign: boolean;
  /** It matters for its style alone: a piece of a line, as a `span`. */
  readonly isPiece: boolean;
  /** Open elements that its start tag ends, the innermost first: authors leave end tags out (HTML 13.1.2.4). */
  readonly ends: ReadonlySet<string>;
  /** Its place in counts of elements. */
  readonly index: number;
}

const names: Readonly<Record<Exclude<Role, 'veiled'>, string>> = {
  hidden: 'script style noscript template svg canvas iframe nav object math head rt rp',
  block:
    'p div section article h1 h2 h3 h4 h5 h6 li ul ol dl dt dd br hr center blockquote pre form header footer main aside figure figcaption address fieldset caption tbody thead body',
  table: 'table',
  row: 'tr',
  cell: 'td th',
  link: 'a',
  title: 'title',
  field: 'meta link',
  raised: 'sup sub',
  // What is struck out is no part of what replaced it: set apart, they are two readings and not one number.
  struck: 's strike del',
  input: 'input',
  box: 'textarea select button',
  option: 'option',
  picture: 'img embed',
  foot: 'tfoot',
};
const voids = new Set('br hr meta link input img col area wbr embed source track param base'.split(' '));
const foreign = new Set(['svg', 'math']);
const described: ReadonlySet<Role> = new Set<Role>(['cell', 'link', 'field', 'input', 'option', 'picture']);
/** What a style hides of them as of a piece of a line: a script opens none of these. */
const hideable: ReadonlySet<Role> = new Set<Role>(['row', 'cell', 'box']);

/** What a script may open: read, unless the page shows the same without it. */
const veilable: ReadonlySet<Role> = new Set<Role>(['block', 'table']);

const ends: Readonly<Record<string, string>> = {
  tr: 'tr td th',
  td: 'td th',
  th: 'td th',
  tbody: 'tbody thead tfoot tr td th',
  tfoot: 'tbody thead tr td th',
  li: 'li',
  dd: 'dd dt',
  dt: 'dd dt',
  option: 'option',
  a: 'a',
  body: 'head',
};

function element(name: string, role: Role, index: number, isPiece = false): Element {
  const ended = ends[name] ?? (role === 'block' || role === 'table' ? 'p' : '');
  const [isVoid, isDescribed, isForeign] = [voids.has(name), described.has(role), foreign.has(name)];
  return { name, role, isVoid, isDescribed, isForeign, isPiece, ends: new Set(ended.split(' ')), index };
}

const listed = (Object.keys(names) as (keyof typeof names)[]).flatMap((role) =>
  names[role].split(' ').map((name) => [name, role] as const),
);

/** Elements by name, in lower case. */
export const elements: ReadonlyMap<string, Element> = new Map(listed.map(([name, role], at) => [name, element(name, role, at)]));

/**
 * What stands for an element that a style hides, raises or strikes out, or null where it is shown as it is. Blocks and tables that
 * are not displayed a script may open; a piece of a line, a field, a cell or a row is not printed. `known` keeps one a look and name.
 */
export function styledElement(name: string, look: Look, known: Map<string, Element>): Element | null {
  const role = elements.get(name)?.role;
  const isVeiled = look === 'hidden' && role !== undefined && veilable.has(role);
  if (voids.has(name) || (role !== undefined && !isVeiled && !(look === 'hidden' && hideable.has(role)))) return null;
  const shown = isVeiled ? 'veiled' : look;
  const styled = known.get(`${look} ${name}`) ?? element(name, shown, elements.size + known.size, role === undefined);
  known.set(`${look} ${name}`, styled);
  return styled;
}

/** Whether an open element ends where another begins; a piece of a line never goes on into the next cell. */
export const isEndedBy = (open: Element, next: Element): boolean =>
  next.ends.has(open.name) || (open.isPiece && (next.role === 'cell' || next.role === 'row'));

/** Length, first and last letter of a name as one number, in either case of the letters. */
const shapeOf = (length: number, first: number, last: number): number => (length * 32 + (first & 31)) * 32 + (last & 31);

const byShape = new Map<number, readonly Element[]>();
for (const element of elements.values()) {
  const { name } = element;
  const shape = shapeOf(name.length, name.charCodeAt(0), name.charCodeAt(name.length - 1));
  byShape.set(shape, [...(byShape.get(shape) ?? []), element]);
}

/** Elements with names of this length between these character codes: most tags are ruled out by them without a copy of their name. */
export const elementsLike = (length: number, first: number, last: number): readonly Element[] | undefined =>
  byShape.get(shapeOf(length, first, last));
