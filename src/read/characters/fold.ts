import { unifiedIdeographs } from './radicals.ts';

// Folding keeps the length of a text, so that offsets into the folded text hold in the shown one (contract 1).

// Filled as characters are met: all of Unicode at once would cost every start of the program 20 ms. 0 is not yet asked for.
const table = new Uint16Array(65536);

const folded = (code: number): number => table[code] || remember(code);

function remember(code: number): number {
  const known = foldCode(code);
  table[code] = known;
  return known;
}

/** NFKC where it maps one character to one; wider expansions (㈠, ½) stay as printed. */
function foldCode(code: number): number {
  if (code < 0x20 || (code >= 0x7f && code < 0xa0)) return code === 10 || code === 13 ? code : 32; // \u0007 ends a cell in Word's own text
  if (code < 0x7f || (code >= 0x4e00 && code <= 0x9fff)) return code;
  if (code >= 0xd800 && code <= 0xdfff) return code;
  if (code === 0xfeff || code === 0xad || (code >= 0x200b && code <= 0x200d)) return 32;
  if (code >= 0x2460 && code <= 0x24ff) return code; // ① is an enumerator, not the digit 1
  if (isRaised(code)) return code; // the ¹ of 5¹ is a note, not a digit of 51
  if (code >= 0x2e80 && code <= 0x2eff) return unifiedIdeographs(String.fromCharCode(code)).charCodeAt(0); // 人⺠, copied out of a PDF
  const normal = String.fromCharCode(code).normalize('NFKC');
  return normal.length === 1 ? normal.charCodeAt(0) : code;
}

/** Superscript and subscript digits. */
function isRaised(code: number): boolean {
  return code === 0xb2 || code === 0xb3 || code === 0xb9 || (code >= 0x2070 && code <= 0x2089);
}

const needsFolding = /[^\u0020-\u007e\u4e00-\u9fff、。“”《》〔〕—]/;

/** Half-width forms and plain blanks for what is printed; same length as `text`. Script is left alone. */
export function foldWidth(text: string): string {
  if (!needsFolding.test(text)) return text;
  return text.length < longText ? foldShort(text) : foldLong(text);
}

/** From here on a decoder is quicker than putting characters together. */
const longText = 64;
const utf16 = new TextDecoder('utf-16le', { ignoreBOM: true });

function foldShort(text: string): string {
  let result = '';
  for (let at = 0; at < text.length; at++) result += String.fromCharCode(folded(text.charCodeAt(at)));
  return result;
}

function foldLong(text: string): string {
  const codes = new Uint16Array(text.length);
  for (let at = 0; at < text.length; at++) codes[at] = folded(text.charCodeAt(at));
  return utf16.decode(codes);
}

const traditionalOnly = new Uint8Array(65536);
for (const character of '開務報關條請訴訟業機結總處無實現會當發強構織據與進規範學縣區門廳預財經審應對並從後個為們')
  traditionalOnly[character.charCodeAt(0)] = 1;

/** Whether a text is in Traditional script: at least one such character in fifty Chinese ones. */
export function isTraditional(text: string): boolean {
  let [hits, chinese] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    hits += traditionalOnly[code] ?? 0;
    if (code >= 0x4e00 && code <= 0x9fff) chinese++;
  }
  return hits >= 3 && hits * 50 > chinese;
}

// Forms that sloppy converters write and that conversion back leaves alone (edge-cases: wrong Traditional forms).
const repairs: Readonly<Record<string, string>> = { 麵: '面', 谘: '咨', 陜: '陕', 谿: '溪', 臺: '台' };
// Words that conversion for Taiwan puts in place of the form's own, of equal length.
const words: Readonly<Record<string, string>> = { 资讯: '信息', 网路: '网络' };

let converter: ((text: string) => string) | undefined;

/** Load the conversion table (only a Traditional page pays for it) and give a length-preserving converter. */
export async function simplifier(): Promise<(text: string) => string> {
  if (!converter) {
    const { Converter } = await import('opencc-js/t2cn');
    const convert = Converter({ from: 'tw', to: 'cn' });
    const one = (character: string) => {
      const simple = convert(character);
      return simple.length === character.length ? simple : character;
    };
    converter = (text) => {
      const simple = convert(text);
      const sameLength = simple.length === text.length ? simple : [...text].map(one).join('');
      return sameLength.replace(/[麵谘陜谿臺]|资讯|网路/g, (one) => repairs[one] ?? words[one] ?? one);
    };
  }
  return converter;
}
