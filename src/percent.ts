/** A share in percent with one decimal; what is not whole is never rounded up to 100, and of nothing there is no share. */
export function percent(part: number, whole: number): string {
  if (!(whole > 0)) return '–';
  const share = (100 * part) / whole;
  return `${(part < whole ? Math.min(share, 99.9) : share).toFixed(1)} %`;
}
