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
  const prefixes = new Map<string, string>();
  const names = new Map<string, string>();
  const nameOf = (qualified: string) => {
    let name = names.get(qualified);
    if (name === undefined) {
      const colon = qualified.indexOf(':');
      name = `${prefixes.get(colon < 0 ? '' : qualified.slice(0, colon)) ?? '?'}:${qualified.slice(colon + 1)}`;
      names.set(qualified, name);
    }
    return name;
  };
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw damaged(`“${part}”不是完整的 XML（${error.message}）`);
  });
  parser.on('opentag', (tag) => {
    const attributes: Record<string, string> = {};
    for (const [key, value] of Object.entries(tag.attributes)) {
      const colon = key.indexOf(':');
      if (key === 'xmlns' || key.startsWith('xmlns:')) {
        prefixes.set(colon < 0 ? '' : key.slice(6), namespaces[value] ?? '?');
        names.clear();
      } else attributes[key.slice(colon + 1)] = value;
    }
    listener.open(nameOf(tag.name), attributes);
  });
  parser.on('closetag', (tag) => listener.close(nameOf(tag.name)));
  parser.on('text', (text) => listener.text(text));
  parser.on('cdata', (text) => listener.text(text));
  parser.write(decodeXml(bytes)).close();
}

function decodeXml(bytes: Uint8Array): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}
