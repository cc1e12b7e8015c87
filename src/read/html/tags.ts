import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import { deepestMarkup } from '../limits.ts';
import { UnreadableError } from '../unreadable.ts';
import { type Element, elements, elementsLike, isEndedBy, styledElement } from './elements.ts';
import { attributeOf, textOf } from './references.ts';
import { heardOnly, isStyled, type Look, lookOf, PageStyles } from './style-sheets.ts';

/** Receives what a page holds, in order. Every element that is opened is closed, if need be at the end. */
export interface PageListener {
  open(element: Element): void;
  /** An attribute of the element opened last; its name in lower case. */
  attribute(name: string, value: string): void;
  close(element: Element): void;
  characters(text: string): void;
}

/** Attributes that tell how an element is shown. */
const marking = new Set(['style', 'class', 'id']);
/** What a style makes of an element that else does nothing. */
const looks = ['hidden', 'struck', 'raised'] as const;

/** Follows the tags that matter, and only them: most tags and attributes of a page are never copied out of it. */
class TagReader implements TokenizerCallbacks {
  readonly #page: string;
  readonly #listener: PageListener;
  /** Open elements, the innermost last. */
  readonly #open: Element[] = [];
  /** How many of an element are open: an end tag without a start tag costs no search. */
  readonly #counts: number[] = [];
  /** Elements that hide, raise or strike out what they hold, by look and name. */
  readonly #concealed = new Map<string, Element>();
  #foreign = 0;
  /** Some element of the page asks to be hidden, raised or struck out: else no style is looked at. */
  readonly #isStyled: boolean;
  /** What its style sheets hide, and the classes and id of the start tag being read. */
  readonly #styles: PageStyles | null;
  readonly #marks = new Set<string>();
  /** Whose start tag is being read; undefined for one that does not matter. */
  #element: Element | undefined;
  #name = '';
  #value = '';
  /** Where its name stands in the page, and what it makes of what it holds. */
  #tag: readonly [number, number] = [0, 0];
  #look: Look | null = null;

  constructor(page: string, listener: PageListener) {
    this.#page = page;
    this.#listener = listener;
    this.#isStyled = isStyled(page);
    const styles = this.#isStyled ? new PageStyles(page) : null;
    this.#styles = styles?.isEmpty ? null : styles;
  }

  #elementAt(start: number, end: number): Element | undefined {
    const alike = elementsLike(end - start, this.#page.charCodeAt(start), this.#page.charCodeAt(end - 1));
    if (alike === undefined) return this.#styledAt(start, end);
    for (const element of alike) if (this.#page.startsWith(element.name, start)) return element;
    return elements.get(this.#page.slice(start, end).toLowerCase()) ?? this.#styledAt(start, end);
  }

  /** An element that does nothing but what its style asks for, if one of this name is open. */
  #styledAt(start: number, end: number): Element | undefined {
    if (!this.#isStyled) return undefined;
    const name = this.#page.slice(start, end).toLowerCase();
    return looks.map((look) => this.#concealed.get(`${look} ${name}`)).find((styled) => styled && this.#openOf(styled) > 0);
  }

  onopentagname(start: number, end: number): void {
    const element = this.#elementAt(start, end);
    this.#tag = [start, end];
    if (this.#styles) this.#marks.clear();
    this.#element = element;
    if (element === undefined) return;
    for (let last = this.#open.at(-1); last !== undefined && isEndedBy(last, element); last = this.#open.at(-1)) this.#closeLast();
    this.#begin(element);
  }

  onopentagend(): void {
    const look = this.#styles?.hides(this.#tagName(), this.#marks) ? 'hidden' : this.#look;
    this.#look = null;
    const styled = look && styledElement(this.#tagName(), look, this.#concealed);
    if (styled) this.#begin(styled);
    if (this.#element?.isVoid && look !== 'hidden') this.#listener.close(this.#element);
    this.#element = undefined;
  }

  #tagName(): string {
    return this.#page.slice(...this.#tag).toLowerCase();
  }

  #begin(element: Element): void {
    if (!element.isVoid) this.#enter(element);
    this.#listener.open(element);
  }

  /** Only foreign elements may close themselves: `<div/>` opens a `div`. */
  onselfclosingtag(): void {
    if (this.#element?.isForeign) this.#closeLast();
    this.onopentagend();
  }

  onattribname(start: number, end: number): void {
    if (this.#element?.isDescribed || this.#isStyled) this.#name = this.#page.slice(start, end).toLowerCase();
    if (this.#isStyled && this.#name === 'hidden') this.#look = 'hidden';
  }

  onattribdata(start: number, end: number): void {
    if (this.#isStyled && marking.has(this.#name)) this.#mark(this.#page.slice(start, end));
    if (this.#element?.isDescribed) this.#value = attributeOf(this.#page.slice(start, end));
  }

  #mark(value: string): void {
    if (this.#name === 'style') this.#look ??= lookOf(value);
    else if (this.#name === 'class' && heardOnly.test(value)) this.#look = 'hidden';
    if (!this.#styles) return;
    if (this.#name === 'id') this.#marks.add(`#${value}`);
    else if (this.#name === 'class') for (const name of value.split(/\s+/)) this.#marks.add(`.${name}`);
  }

  onattribend(): void {
    if (!this.#element?.isDescribed) return;
    this.#listener.attribute(this.#name, this.#value);
    this.#value = '';
  }

  /** An end tag closes what is open inside its element, too; one without a start tag still ends the line, or the row (HTML 13.2.6.4.13). */
  onclosetag(start: number, end: number): void {
    const element = this.#elementAt(start, end);
    if (element === undefined) return;
    const known = this.#openOf(element);
    if (known === 0 && (element.role === 'block' || element.role === 'row')) this.#listener.close(element);
    while (this.#openOf(element) === known && known > 0) this.#closeLast();
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
    this.#counts[element.index] = this.#openOf(element) + 1;
    if (element.isForeign) this.#foreign++;
  }

  #openOf({ index }: Element): number {
    return this.#counts[index] ?? 0;
  }

  #closeLast(): void {
    const element = this.#open.pop();
    if (element === undefined) return;
    this.#counts[element.index] = this.#openOf(element) - 1;
    if (element.isForeign) this.#foreign--;
    this.#listener.close(element);
  }
}

/** Tell a listener what a page holds. Throws `UnreadableError` where elements nest deeper than any page. */
export function readTags(page: string, listener: PageListener): void {
  const tokenizer = new Tokenizer({ xmlMode: false, decodeEntities: false }, new TagReader(page, listener));
  tokenizer.write(page);
  tokenizer.end();
}
