import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';

// Character references (`&nbsp;`, `&#65;`) of the few pieces of a page that hold any. A tokenizer that looks for them in the whole
// page stops at each of its characters, those of every attribute included.

/** Puts together what one piece says. */
class Piece implements TokenizerCallbacks {
  readonly #page: string;
  #text = '';

  constructor(page: string) {
    this.#page = page;
  }

  read(): string {
    const tokenizer = new Tokenizer({ xmlMode: false, decodeEntities: true }, this);
    tokenizer.write(this.#page);
    tokenizer.end();
    return this.#text;
  }

  ontext(start: number, end: number): void {
    this.#text += this.#page.slice(start, end);
  }

  ontextentity(code: number): void {
    this.#text += String.fromCodePoint(code);
  }

  onattribdata(start: number, end: number): void {
    this.ontext(start, end);
  }

  onattribentity(code: number): void {
    this.ontextentity(code);
  }

  onattribname(): void {}
  onattribend(): void {}
  onopentagname(): void {}
  onopentagend(): void {}
  onselfclosingtag(): void {}
  onclosetag(): void {}
  oncdata(): void {}
  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  onend(): void {}
}

/** The reference that most pages hold, and many of them no other. */
const blank = '&nbsp;';

/** `piece`, or what `read` makes of it where references are left in it. */
function decoded(piece: string, read: (rest: string) => string): string {
  if (!piece.includes('&')) return piece;
  const rest = piece.replaceAll(blank, '\u00a0');
  return rest.includes('&') ? read(rest) : rest;
}

/** Some editors write the reference of a reference. */
const twice = '&amp;nbsp;';

/** Text between tags with its character references decoded. */
export const textOf = (piece: string): string =>
  decoded(piece.includes(twice) ? piece.replaceAll(twice, blank) : piece, (rest) => new Piece(rest.replaceAll('<', '&lt;')).read());

/** The value of an attribute with its character references decoded; there `&copy=2` is part of an address (HTML 13.2.5.73). */
export const attributeOf = (value: string): string =>
  decoded(value, (rest) => new Piece(`<a href="${rest.replaceAll('"', '&quot;')}">`).read());
