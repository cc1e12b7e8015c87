import iconv from 'iconv-lite';
import { Converter } from 'opencc-js';

/** Encodings in which such pages are served. */
export type Encoding = 'utf-8' | 'utf-8-bom' | 'gb18030' | 'gbk' | 'big5' | 'utf-16le' | 'utf-16be';

const traditional = Converter({ from: 'cn', to: 'tw' });

/** Simplified to Traditional characters, one for one, as mirrors of mainland pages do it. */
export const toTraditional = (text: string): string => traditional(text);

/** Bytes of a text; UTF-16 and `utf-8-bom` carry a byte order mark. Throws on a character the encoding lacks, rather than write a question mark. */
export function encode(text: string, encoding: Encoding): Uint8Array {
  if (encoding === 'utf-8') return Buffer.from(text, 'utf8');
  if (encoding === 'utf-8-bom') return Buffer.from(`\uFEFF${text}`, 'utf8');
  const bytes = iconv.encode(text, encoding, { addBOM: encoding.startsWith('utf-16') });
  if (iconv.decode(bytes, encoding) !== text) throw new Error(`the text has characters that ${encoding} cannot write`);
  return bytes;
}
