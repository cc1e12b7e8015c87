// Unified social credit codes (GB 32100-2015): class of the body (2), division (6), body (9), check character (1).

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const pattern = /(?<![0-9A-Z])[1-9A-GY][1-9A-J](\d{6})[0-9A-HJ-NPQRTUWXY]{10}(?![0-9A-Z])/g;

/** Whether the check character of a code is right. */
function valid(code: string): boolean {
  let sum = 0;
  let weight = 1;
  for (const character of code.slice(0, 17)) {
    sum += alphabet.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return alphabet.charAt((31 - (sum % 31)) % 31) === code.charAt(17);
}

/** Division codes of the social credit codes in a text, each once; those with a wrong check character are left out. */
export function creditDivisions(text: string): readonly string[] {
  const found = [...text.matchAll(pattern)].flatMap(([code, division = '']) => (valid(code) ? [division] : []));
  return [...new Set(found)];
}
