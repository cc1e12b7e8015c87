// Zip with long numbers (APPNOTE 4.3.14, 4.5.3): some programs write it for files of any size.

/** What stands for a number that is told elsewhere. */
const elsewhere = 0xffffffff;

const long = (view: DataView, at: number): number => Number(view.getBigUint64(at, true));

/** The end of the directory as its locator at this place tells; null where none is. */
export function longEndRecord(view: DataView, locator: number): { count: number; start: number } | null {
  if (locator < 0 || view.getUint32(locator, true) !== 0x07064b50) return null;
  const at = long(view, locator + 8);
  if (at + 56 > view.byteLength || view.getUint32(at, true) !== 0x06064b50) return null;
  return { count: long(view, at + 32), start: long(view, at + 48) };
}

/** The numbers at these places, those that are told elsewhere from the extra field of the entry, in its order. */
export function withLong(view: DataView, places: readonly number[], extra: number, length: number): number[] {
  const numbers = places.map((place) => view.getUint32(place, true));
  if (!numbers.includes(elsewhere)) return numbers;
  const end = Math.min(extra + length, view.byteLength);
  let at = extra;
  while (at + 4 <= end && view.getUint16(at, true) !== 1) at += 4 + view.getUint16(at + 2, true);
  at += 4;
  return numbers.map((number) => {
    if (number !== elsewhere || at + 8 > end) return number;
    at += 8;
    return long(view, at - 8);
  });
}
