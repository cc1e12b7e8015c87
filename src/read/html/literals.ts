const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: ' ', f: ' ', v: ' ', '0': '' };
const escaped = /\\(?:u\{([0-9a-f]{1,6})\}|u([0-9a-f]{4})|x([0-9a-f]{2})|([\s\S]))/gi;

/** What a literal of a script says: its escapes read (ECMA-262 12.9.4). */
export function unescaped(literal: string): string {
  if (!literal.includes('\\')) return literal;
  return literal.replace(escaped, (_, point?: string, unit?: string, byte?: string, one = '') => {
    const code = Number.parseInt(point ?? unit ?? byte ?? '', 16);
    if (Number.isNaN(code)) return escapes[one] ?? one;
    return code > 0x10ffff ? '' : String.fromCodePoint(code);
  });
}

/** Where the literal that begins before `from` ends; -1 where it does not. */
function endOf(text: string, quote: string, from: number): number {
  for (let end = text.indexOf(quote, from); end >= 0; end = text.indexOf(quote, end + 1)) {
    let slashes = 0;
    while (text[end - 1 - slashes] === '\\' && end - 1 - slashes >= from) slashes++;
    if (slashes % 2 === 0) return end;
  }
  return -1;
}

/** The literals of a script with so many characters at least, as written; a quote that never ends is passed over once. */
export function* literalsOf(script: string, fewest: number): Generator<string> {
  const endless = new Set<string>();
  const quotes = /["'`]/g;
  for (let hit = quotes.exec(script); hit; hit = quotes.exec(script)) {
    const quote = hit[0];
    if (endless.has(quote)) continue;
    const end = endOf(script, quote, quotes.lastIndex);
    if (end < 0) {
      endless.add(quote);
      continue;
    }
    if (end - quotes.lastIndex >= fewest) yield script.slice(quotes.lastIndex, end);
    quotes.lastIndex = end + 1;
  }
}
