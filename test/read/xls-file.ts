// Excel 97-2003 workbooks record by record ([MS-XLS]), in the container they come in ([MS-CFB]).

const u16 = (value: number): number[] => [value & 255, (value >> 8) & 255];
const u32 = (value: number): number[] => [...u16(value), ...u16(value >>> 16)];
const f64 = (value: number): number[] => [...new Uint8Array(new Float64Array([value]).buffer)];
const wide = (text: string): number[] => [...text].flatMap((letter) => u16(letter.charCodeAt(0)));

export const bytes = { u16, u32, f64, wide };

/** A record of this type; what continues it goes behind it. */
export const record = (type: number, data: readonly number[], ...more: readonly (readonly number[])[]): number[] => [
  ...[...u16(type), ...u16(data.length), ...data],
  ...more.flatMap((part) => [...u16(0x3c), ...u16(part.length), ...part]),
];

/** Row, column, style. */
export const at = (row: number, column: number, style = 0): number[] => [...u16(row), ...u16(column), ...u16(style)];

const begin = (kind: number, version = 0x600) => record(0x809, [...u16(version), ...u16(kind), ...Array(12).fill(0)]);
const end = record(0x0a, []);
export const chart = (...records: readonly number[][]): number[] => [...begin(0x20), ...records.flat(), ...end];

/** A style with the number of a format and of a font, with a border or not. */
export const style = (format: number, isBordered = false): number[] =>
  record(0xe0, [...u16(0), ...u16(format), ...Array(6).fill(0), ...u16(isBordered ? 0x1111 : 0), ...Array(8).fill(0)]);

export interface XlsPart {
  readonly records: readonly (readonly number[])[];
  /** 0 shown, 1 or 2 hidden. */
  readonly state?: number;
  /** 0 worksheet, 2 chart. */
  readonly kind?: number;
}

/** The stream of a workbook with these globals and sheets, called Sheet1 and so on. */
export function xlsStream(globals: readonly (readonly number[])[], parts: readonly XlsPart[], version = 0x600): Uint8Array {
  const told = (place: number, n: number) => {
    const { state = 0, kind = 0 } = parts[n] ?? {};
    return record(0x85, [...u32(place), state, kind, 6, 0, ...new TextEncoder().encode(`Sheet${n + 1}`)]);
  };
  const head = [...begin(0x05, version), ...globals.flat()];
  let place = head.length + parts.length * told(0, 0).length + end.length;
  const sheets = parts.map(({ records }) => [...begin(0x10), ...records.flat(), ...end]);
  const table = sheets.flatMap((sheet, n) => {
    const entry = told(place, n);
    place += sheet.length;
    return entry;
  });
  return Uint8Array.from([...head, ...table, ...end, ...sheets.flat()]);
}

const entry = (name: string, kind: number, child: number, start: number, size: number): number[] => {
  const none = u32(0xffffffff);
  const title = [...wide(name), 0, 0];
  const padded = [...title, ...Array(64 - title.length).fill(0), ...u16(title.length), kind, 1, ...none, ...none, ...u32(child)];
  return [...padded, ...Array(36).fill(0), ...u32(start), ...u32(size), 0, 0, 0, 0];
};

/** A compound file with one stream; padded with zeros, as a stream of whole sectors is. */
export function compoundOf(name: string, stream: Uint8Array): Uint8Array {
  const size = Math.max(4096, stream.length);
  const sectors = Math.ceil(size / 512);
  const tables = Math.ceil((sectors + 1) / 127);
  const head = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array(16).fill(0), ...u16(0x3e), ...u16(3), ...u16(0xfffe)];
  const tail = [...u16(9), ...u16(6), ...Array(10).fill(0), ...u32(tables), ...u32(tables), ...u32(0), ...u32(4096)];
  const chains = [...u32(0xfffffffe), ...u32(0), ...u32(0xfffffffe), ...u32(0)];
  const homes = Array.from({ length: 109 }, (_, n) => u32(n < tables ? n : 0xffffffff)).flat();
  const used = tables + 1 + sectors;
  const next = (n: number) => {
    if (n >= used) return 0xffffffff;
    if (n < tables) return 0xfffffffd;
    return n === tables || n === used - 1 ? 0xfffffffe : n + 1;
  };
  const table = Array.from({ length: tables * 128 }, (_, n) => u32(next(n))).flat();
  const directory = [...entry('Root Entry', 5, 1, 0xfffffffe, 0), ...entry(name, 2, 0xffffffff, tables + 1, size), ...Array(256).fill(0)];
  const before = [...head, ...tail, ...chains, ...homes, ...table, ...directory];
  const whole = new Uint8Array(before.length + sectors * 512);
  whole.set(before);
  whole.set(stream, before.length);
  return whole;
}

/** A workbook file with these globals and sheets. */
export const xlsOf = (globals: readonly (readonly number[])[], ...parts: readonly XlsPart[]): Uint8Array =>
  compoundOf('Workbook', xlsStream(globals, parts));
