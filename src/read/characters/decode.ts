import { isUtf8, transcode } from 'node:buffer';

/** Text of bytes and the encoding it was found to have; `damaged` when characters were lost. */
export interface Decoded {
  readonly text: string;
  readonly encoding: string;
  readonly damaged: boolean;
}

/** Words every report or page about one prints, by script; the decoding that shows more of them is the right one. */
const frequent = /政府|信息|公开|公開|申请|申請|情况|情況|年度|报告|報告|行政|资讯|資訊/g;
const count = (text: string) => text.match(frequent)?.length ?? 0;

function withMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/** UTF-16 without a mark: every other byte of its ASCII and line breaks is zero. */
function unmarkedUtf16(bytes: Uint8Array): string | null {
  const zeros = [0, 0];
  const length = Math.min(bytes.length, 4096);
  if (!bytes.subarray(0, length).includes(0)) return null;
  for (let at = 0; at < length; at++) if (bytes[at] === 0) zeros[at & 1] = (zeros[at & 1] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd > 4 && odd > even * 8) return 'utf-16le';
  if (even > 4 && even > odd * 8) return 'utf-16be';
  return null;
}

/** Bytes that are UTF-8 as text, without their mark. By way of UTF-16: a decoder that does it in one step takes twice as long. */
function strictUtf8(bytes: Uint8Array, marked: boolean): string | null {
  return isUtf8(bytes) ? transcode(marked ? bytes.subarray(3) : bytes, 'utf8', 'utf16le').toString('utf16le') : null;
}

/** Share of bytes above ASCII that make valid UTF-8 sequences: a UTF-8 page cut or patched stays near 1. */
function utf8Share(bytes: Uint8Array): number {
  let good = 0;
  let bad = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) continue;
    const more = byte >= 0xf0 ? 3 : byte >= 0xe0 ? 2 : byte >= 0xc2 ? 1 : 0;
    let ok = more > 0;
    for (let k = 1; k <= more; k++) ok = ok && ((bytes[at + k] ?? 0) & 0xc0) === 0x80;
    if (ok) {
      good += more + 1;
      at += more;
    } else bad++;
  }
  return good / Math.max(1, good + bad);
}

/** Characters of division names that Big5 has only with its Hong Kong supplement; a decoder without it leaves private codes. */
const supplement: Readonly<Record<string, string>> = {
  '\ue0c1': '坂',
  '\ue0ff': '勐',
  '\ue3ef': '藁',
  '\ueaa2': '鮁',
  '\ue9a5': '畲',
  '\uf411': '仫',
  '\uf417': '傈',
};

/** A text in Big5. */
const fromBig5 = (bytes: Uint8Array): string =>
  new TextDecoder('big5').decode(bytes).replace(/[\ue0c1\ue0ff\ue3ef\ueaa2\ue9a5\uf411\uf417]/g, (one) => supplement[one] ?? one);

/**
 * Decode by what the bytes are: byte order mark, strict UTF-8, else gb18030 against Big5 by which shows more words of
 * a report. A declared charset only breaks ties: pages declare wrongly. Always 'gb18030' for gb2312 and gbk.
 */
export function decode(bytes: Uint8Array): Decoded {
  const marked = withMark(bytes) ?? unmarkedUtf16(bytes);
  if (marked && marked !== 'utf-8') return { text: new TextDecoder(marked).decode(bytes), encoding: marked, damaged: false };
  const strict = strictUtf8(bytes, marked !== null);
  if (strict !== null) return { text: strict, encoding: 'utf-8', damaged: strict.includes('\ufffd') };
  if (marked || utf8Share(bytes) > 0.98) return { text: new TextDecoder('utf-8').decode(bytes), encoding: 'utf-8', damaged: true };
  const gb = new TextDecoder('gb18030').decode(bytes);
  const words = count(gb);
  const big5 = words > 40 ? '' : fromBig5(bytes);
  const [text, encoding] = count(big5) > words ? [big5, 'big5'] : [gb, 'gb18030'];
  return { text, encoding, damaged: text.includes('\ufffd') };
}
