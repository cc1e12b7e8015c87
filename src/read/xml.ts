import { SaxesParser } from 'saxes';
import { damaged } from './refusals.ts';

/** Attributes of an element by local name; prefixes are dropped, the formats read here need none. */
export type Attributes = Readonly<Record<string, string>>;

/** What a walk over XML hears: elements by `<prefix>:<local>` with the prefixes the caller chose for its namespaces. */
export interface XmlListener {
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  text(text: string): void;
}

/**
 * Walk over an XML part. `namespaces` maps namespace addresses to the caller's prefixes; other elements are heard as `?:<local>`.
 * A document type is ignored, so that no entity is ever expanded. Throws `UnreadableError` where the XML is not well-formed.
 */
export function walkXml(bytes: Uint8Array, part: string, namespaces: Readonly<Record<string, string>>, listener: XmlListener): void {
  const names = new Names(namespaces);
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw damaged(`“${part}”不是完整的 XML（${error.message}）`);
  });
  parser.on('opentag', (tag) => {
    const attributes: Record<string, string> = {};
    names.enter();
    for (const [key, value] of Object.entries(tag.attributes)) {
      const colon = key.indexOf(':');
      if (key === 'xmlns' || key.startsWith('xmlns:')) names.declare(colon < 0 ? '' : key.slice(6), value);
      else attributes[key.slice(colon + 1)] = value;
    }
    listener.open(names.of(tag.name), attributes);
  });
  parser.on('closetag', (tag) => {
    listener.close(names.of(tag.name));
    names.leave();
  });
  parser.on('text', (text) => listener.text(text));
  parser.on('cdata', (text) => listener.text(text));
  parser.write(decodeXml(bytes)).close();
}

/** The caller's names of elements; a prefix means what the nearest element around declares. */
class Names {
  private readonly namespaces: Readonly<Record<string, string>>;
  private readonly known = new Map<string, string>();
  private readonly prefixes = new Map<string, string>();
  /** What prefixes meant before the element at that depth declared them. */
  private readonly before: { readonly depth: number; readonly prefix: string; readonly meaning: string }[] = [];
  private depth = 0;

  constructor(namespaces: Readonly<Record<string, string>>) {
    this.namespaces = namespaces;
  }

  enter(): void {
    this.depth++;
  }

  /** A declaration on the element just entered. */
  declare(prefix: string, namespace: string): void {
    const meaning = this.namespaces[namespace] ?? '?';
    const earlier = this.prefixes.get(prefix) ?? '?';
    if (earlier === meaning) return;
    this.before.push({ depth: this.depth, prefix, meaning: earlier });
    this.prefixes.set(prefix, meaning);
    this.known.clear();
  }

  leave(): void {
    for (let last = this.before.at(-1); last?.depth === this.depth; last = this.before.at(-1)) {
      this.prefixes.set(last.prefix, last.meaning);
      this.before.pop();
      this.known.clear();
    }
    this.depth--;
  }

  of(qualified: string): string {
    let name = this.known.get(qualified);
    if (name === undefined) {
      const colon = qualified.indexOf(':');
      name = `${this.prefixes.get(colon < 0 ? '' : qualified.slice(0, colon)) ?? '?'}:${qualified.slice(colon + 1)}`;
      this.known.set(qualified, name);
    }
    return name;
  }
}

function decodeXml(bytes: Uint8Array): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}
