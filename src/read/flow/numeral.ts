const digits = '〇一二三四五六七八九';
const formal = '零壹贰叁肆伍陆柒捌玖';

/** A list number as Word, RTF and OpenDocument print it; names of ECMA-376 17.18.59. Unknown formats print as decimals. */
export function numeral(n: number, format: string): string {
  switch (format) {
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'japaneseCounting':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
      return counted(n, digits, '十百千', '零');
    case 'chineseLegalSimplified':
      return counted(n, formal, '拾佰仟', '零').replace(/^拾/, '壹拾');
    case 'ideographDigital':
    case 'japaneseDigitalTenThousand':
    case 'taiwaneseDigital':
      return [...String(n)].map((digit) => digits[Number(digit)] ?? digit).join('');
    case 'ideographTraditional':
      return n >= 1 && n <= 10 ? ('甲乙丙丁戊己庚辛壬癸'[n - 1] ?? '') : String(n);
    case 'decimalZero':
      return String(n).padStart(2, '0');
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return String(n).replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return n >= 1 && n <= 20 ? String.fromCharCode(0x245f + n) : String(n);
    case 'decimalEnclosedParen':
      return n >= 1 && n <= 20 ? String.fromCharCode(0x2473 + n) : `(${n})`;
    case 'upperLetter':
      return letters(n);
    case 'lowerLetter':
      return letters(n).toLowerCase();
    case 'upperRoman':
      return roman(n);
    case 'lowerRoman':
      return roman(n).toLowerCase();
    default:
      return String(n);
  }
}

/** 一, 十, 十一, 二十, 一百零五: as Word counts in Chinese. */
function counted(n: number, names: string, powers: string, zero: string): string {
  if (n <= 0 || n >= 10_000) return [...String(n)].map((digit) => names[Number(digit)] ?? digit).join('');
  const parts = [...String(n)].map((digit, at, all) => {
    const power = all.length - 1 - at;
    return digit === '0' ? zero : (names[Number(digit)] ?? '') + (powers[power - 1] ?? '');
  });
  const text = parts
    .join('')
    .replace(new RegExp(`${zero}+`, 'g'), zero)
    .replace(new RegExp(`${zero}$`), '');
  return n < 20 && n >= 10 ? text.slice(1) : text;
}

/** A … Z, AA, BB …: Word doubles the letter. */
function letters(n: number): string {
  return n >= 1 && n <= 260 ? String.fromCharCode(65 + ((n - 1) % 26)).repeat(Math.ceil(n / 26)) : String(n);
}

const romans: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(n: number): string {
  if (n < 1 || n >= 4000) return String(n);
  let rest = n;
  let text = '';
  for (const [value, sign] of romans) {
    while (rest >= value) {
      text += sign;
      rest -= value;
    }
  }
  return text;
}
