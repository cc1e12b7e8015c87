/** What hides an element where a style asks for it. */
const hiding = /display\s*:\s*none|mso-hide\s*:\s*all/i;
/** The same of an element's own style: a rule for many may be taken back by another that only makes them visible. */
const invisible = /visibility\s*:\s*hidden/i;
/** What raises a piece of a line, or sets it apart: struck out, too small or too pale to be seen. */
const raising = /vertical-align\s*:\s*super/i;
const striking =
  /text-decoration[a-z-]{0,9}\s*:\s*line-through|(?:font-size|opacity)\s*:\s*0(?:\.0+)?(?![\d.])|(?<![\w-])color\s*:\s*transparent/i;

/** Classes of what is there to be heard, beside what shows it; their style sheets are mostly files of their own. */
export const heardOnly = /(?:^|\s)(?:sr-only|visually-hidden)(?:\s|$)/;

/** All of these anywhere in a page, or the attribute `hidden`; by their first letters, which a page is searched for in a third of the time. */
const styled =
  /[dhvatfo](?:isplay\s*:\s*none|ide(?<=mso-hide)\s*:\s*all|idden(?:(?<=\shidden)[\s>=/]|(?<=visually-hidden))|nly(?<=sr-only)|isibility\s*:\s*hidden|lign\s*:\s*super|ext-decoration[a-z-]{0,9}\s*:\s*line-through|ont-size\s*:\s*0(?:\.0+)?(?![\d.])|pacity\s*:\s*0(?:\.0+)?(?![\d.])|ransparent(?<=[^\w-]color\s*:\s*transparent))/i;

/** Whether any style of a page hides, raises or sets apart what it holds. */
export const isStyled = (page: string): boolean => styled.test(page);

/** What an element's own style makes of what it holds, if it is a piece of a line. */
export type Look = 'hidden' | 'raised' | 'struck';

/** What an element's own style asks for. */
export function lookOf(style: string): Look | null {
  if (hiding.test(style) || invisible.test(style)) return 'hidden';
  if (raising.test(style)) return 'raised';
  return striking.test(style) ? 'struck' : null;
}

const display = /(?:^|[;\s])display\s*:/i;
/** An element's name, classes and id with nothing around them: `tr`, `.off`, `span.off`, `#draft`. */
const compound = /^([a-z][a-z0-9]*)?((?:[.#][\w-]+)*)$/i;
const mostSelectors = 1000;

/** One selector of a page's own style sheet. */
interface Selector {
  readonly name: string | undefined;
  readonly marks: readonly string[];
}

function selectorOf(text: string): Selector | null {
  const [, name, marks = ''] = compound.exec(text) ?? [];
  return name || marks ? { name: name?.toLowerCase(), marks: marks.match(/[.#][\w-]+/g) ?? [] } : null;
}

/** The rules of the `style` elements of a page; those under a condition (`@media print`) are not the screen's. */
function* rulesOf(page: string): Generator<readonly [selectors: string, declarations: string]> {
  const lower = page.toLowerCase();
  for (let at = lower.indexOf('<style'); at >= 0; at = lower.indexOf('<style', at)) {
    const start = lower.indexOf('>', at) + 1;
    const end = start > 0 ? lower.indexOf('</style', start) : -1;
    if (end < 0) return;
    yield* rulesIn(page.slice(start, end).replace(/\/\*[^*]*(?:\*(?!\/)[^*]*)*\*\/|<!--|-->/g, ' '));
    at = end;
  }
}

/** A condition that every screen fulfils: the rules inside are as those outside. */
const ofScreen = /^@media\s+(?:only\s+)?(?:screen|all)$/i;

function* rulesIn(sheet: string): Generator<readonly [string, string]> {
  let depth = 0;
  let from = 0;
  let prelude = '';
  for (const { 0: mark, index } of sheet.matchAll(/[{};]/g)) {
    if (mark === '{' && depth++ === 0) {
      prelude = sheet.slice(from, index).trim();
      if (ofScreen.test(prelude)) depth = 0;
    } else if (mark === '}' && depth > 0 && --depth === 0 && !prelude.startsWith('@')) yield [prelude, sheet.slice(from, index)];
    if (depth === 0 || (mark === '{' && depth === 1)) from = index + 1;
  }
}

/** What the style sheets of a page hide by an element's name, class or id. */
export class PageStyles {
  readonly #hidden = new Map<string, Selector>();
  /** Selectors that show again what another hides (`.tab.active`): by their last part, whatever it stands in. */
  readonly #shown = new Map<string, Selector>();

  constructor(page: string) {
    for (const [selectors, declarations] of rulesOf(page)) {
      if (!display.test(declarations) && !hiding.test(declarations)) continue;
      for (const text of selectors.split(',')) this.#learn(text.trim(), hiding.test(declarations));
    }
  }

  #learn(text: string, isHiding: boolean): void {
    // What shows only under the pointer (`:hover`) is hidden on the page; and no real page hides by thousands of names.
    if (text.includes(':') || this.#hidden.size + this.#shown.size >= mostSelectors) return;
    const selector = selectorOf(isHiding ? text : (text.split(/[\s>+~]+/).at(-1) ?? ''));
    if (selector === null) return;
    (isHiding ? this.#shown : this.#hidden).delete(text);
    (isHiding ? this.#hidden : this.#shown).set(text, selector);
  }

  /** No rule hides anything: no class is looked at. */
  get isEmpty(): boolean {
    return this.#hidden.size === 0;
  }

  /** Whether an element of this name with these classes and ids (`.off`, `#draft`) is hidden. */
  hides(name: string, marks: ReadonlySet<string>): boolean {
    const fits = (selector: Selector) =>
      (selector.name === undefined || selector.name === name) && selector.marks.every((mark) => marks.has(mark));
    return [...this.#hidden.values()].some(fits) && ![...this.#shown.values()].some(fits);
  }
}
