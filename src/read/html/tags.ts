import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import { deepestMarkup } from '../limits.ts';
import { UnreadableError } from '../unreadable.ts';
import { concealedElement, type Element, elements, elementsLike, isEndedBy } from './elements.ts';
import { attributeOf, textOf } from './references.ts';
import { hiding, PageStyles } from './style-sheets.ts';

/** Receives what a page holds, in order. Every element that is opened is closed, if need be at the end. */
export interface PageListener {
  open(element: Element): void;
  /** An attribute of the element opened last; its name in lower case. */
  attribute(name: string, value: string): void;
  close(element: Element): void;
  characters(text: string): void;
}

const foreign = new Set(['svg', 'math']);
/** The same anywhere in a page, or the attribute `hidden`; by their first letters, which a page is searched for in a third of the time. */
const hidesSomething = /[dh](?:isplay\s*:\s*none|ide(?<=mso-hide)\s*:\s*all|idden(?<=\shidden)[\s>=/])/i;

/** Follows the tags that matter, and only them: most tags and attributes of a page are never copied out of it. */
class TagReader implements TokenizerCallbacks {
  readonly #page: string;
  readonly #listener: PageListener;
  /** Open elements, the innermost last. */
  readonly #open: Element[] = [];
  /** How many of an element are open: an end tag without a start tag costs no search. */
  readonly #counts = new Map<Element, number>();
  /** Elements that hide what they hold, by name. */
  readonly #concealed = new Map<string, Element>();
  #foreign = 0;
  /** Some element of the page asks to be hidden: else no style is looked at. */
  readonly #hidesSomething: boolean;
  /** What its style sheets hide, and the classes and id of the start tag being read. */
  readonly #styles: PageStyles | null;
  readonly #marks = new Set<string>();
  /** Whose start tag is being read; undefined for one that does not matter. */
  #element: Element | undefined;
  #name = '';
  #value = '';
  /** Where its name stands in the page, and whether it asks to be hidden. */
  #tag: readonly [number, number] = [0, 0];
  #isHidden = false;

  constructor(page: string, listener: PageListener) {
    this.#page = page;
    this.#listener = listener;
    this.#hidesSomething = hidesSomething.test(page);
    const styles = this.#hidesSomething ? new PageStyles(page) : null;
    this.#styles = styles?.isEmpty ? null : styles;
  }

  #elementAt(start: number, end: number): Element | undefined {
    const alike = elementsLike(end - start, this.#page.charCodeAt(start), this.#page.charCodeAt(end - 1));
    const exact = alike?.find(({ name }) => this.#page.startsWith(name, start));
    return exact ?? (alike && elements.get(this.#page.slice(start, end).toLowerCase())) ?? this.#hiddenAt(start, end);
  }

  /** An element that does nothing but hide what it holds, if one of this name is open. */
  #hiddenAt(start: number, end: number): Element | undefined {
    const hidden = this.#hidesSomething ? concealedElement(this.#page.slice(start, end).toLowerCase(), this.#concealed) : null;
    return hidden && (this.#counts.get(hidden) ?? 0) > 0 ? hidden : undefined;
  }

  onopentagname(start: number, end: number): void {
    const element = this.#elementAt(start, end);
    this.#tag = [start, end];
    this.#marks.clear();
    this.#element = element;
    if (element === undefined) return;
    for (let last = this.#open.at(-1); last !== undefined && isEndedBy(last, element); last = this.#open.at(-1)) this.#closeLast();
    if (!element.isVoid) this.#enter(element);
    this.#listener.open(element);
  }

  onopentagend(): void {
    if (this.#isHidden || this.#isHiddenByStyle()) this.#hide();
    if (this.#element?.isVoid) this.#listener.close(this.#element);
    this.#element = undefined;
  }

  #isHiddenByStyle(): boolean {
    return this.#styles?.hides(this.#page.slice(...this.#tag).toLowerCase(), this.#marks) ?? false;
  }

  #hide(): void {
    this.#isHidden = false;
    const hidden = concealedElement(this.#page.slice(...this.#tag).toLowerCase(), this.#concealed);
    if (hidden === null) return;
    this.#enter(hidden);
    this.#listener.open(hidden);
  }

  /** Only foreign elements may close themselves: `<div/>` opens a `div`. */
  onselfclosingtag(): void {
    if (this.#element !== undefined && foreign.has(this.#element.name)) this.#closeLast();
    this.onopentagend();
  }

  onattribname(start: number, end: number): void {
    if (this.#element?.isDescribed || this.#hidesSomething) this.#name = this.#page.slice(start, end).toLowerCase();
    if (this.#hidesSomething && this.#name === 'hidden') this.#isHidden = true;
  }

  onattribdata(start: number, end: number): void {
    if (this.#hidesSomething && this.#name === 'style' && hiding.test(this.#page.slice(start, end))) this.#isHidden = true;
    if (this.#styles) this.#mark(this.#page.slice(start, end));
    if (this.#element?.isDescribed) this.#value = attributeOf(this.#page.slice(start, end));
  }

  #mark(value: string): void {
    if (this.#name === 'id') this.#marks.add(`#${value}`);
    else if (this.#name === 'class') for (const name of value.split(/\s+/)) this.#marks.add(`.${name}`);
  }

  onattribend(): void {
    if (!this.#element?.isDescribed) return;
    this.#listener.attribute(this.#name, this.#value);
    this.#value = '';
  }

  /** An end tag closes what is open inside its element, too; one without a start tag still ends the line. */
  onclosetag(start: number, end: number): void {
    const element = this.#elementAt(start, end);
    if (element === undefined) return;
    if (element === this.#open.at(-1)) {
      this.#closeLast();
      return;
    }
    const known = this.#counts.get(element) ?? 0;
    if (known === 0 && element.role === 'block') this.#listener.close(element);
    while ((this.#counts.get(element) ?? 0) === known && known > 0) this.#closeLast();
  }

  /** What stands directly in a script or a style is no text: its `&&` are no references. */
  ontext(start: number, end: number): void {
    if (this.#open.at(-1)?.role !== 'hidden') this.#listener.characters(textOf(this.#page.slice(start, end)));
  }

  onend(): void {
    while (this.#open.length > 0) this.#closeLast();
  }

  isInForeignContext(): boolean {
    return this.#foreign > 0;
  }

  // References are decoded piece by piece.
  onattribentity(): void {}
  ontextentity(): void {}
  oncdata(): void {}
  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}

  #enter(element: Element): void {
    if (this.#open.push(element) > deepestMarkup) throw new UnreadableError('damaged', `标签嵌套超过 ${deepestMarkup} 层`, 'html');
    this.#counts.set(element, (this.#counts.get(element) ?? 0) + 1);
    if (foreign.has(element.name)) this.#foreign++;
  }

  #closeLast(): void {
    const element = this.#open.pop();
    if (element === undefined) return;
    this.#counts.set(element, (this.#counts.get(element) ?? 0) - 1);
    if (foreign.has(element.name)) this.#foreign--;
    this.#listener.close(element);
  }
}

/** Tell a listener what a page holds. Throws `UnreadableError` where elements nest deeper than any page. */
export function readTags(page: string, listener: PageListener): void {
  const tokenizer = new Tokenizer({ xmlMode: false, decodeEntities: false }, new TagReader(page, listener));
  tokenizer.write(page);
  tokenizer.end();
}
