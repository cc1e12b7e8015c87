import type { ByteView } from '../container/byte-view.ts';
import { ListCounters, type ListInstance, type ListLevel } from '../flow/numbering.ts';
import { UnreadableError } from '../unreadable.ts';
import type { DocFile } from './file.ts';
import { type Properties, type Run, readProperties } from './properties.ts';

/** Number formats by their code ([MS-OSHARED] 2.2.1.3 MSONFC); unknown ones print as decimals. */
const formats: Readonly<Record<number, string>> = {
  1: 'upperRoman',
  2: 'lowerRoman',
  3: 'upperLetter',
  4: 'lowerLetter',
  10: 'ideographDigital',
  11: 'japaneseCounting',
  14: 'decimalFullWidth',
  17: 'japaneseDigitalTenThousand',
  18: 'decimalEnclosedCircle',
  19: 'decimalFullWidth2',
  22: 'decimalZero',
  23: 'bullet',
  27: 'decimalEnclosedParen',
  28: 'decimalEnclosedCircleChinese',
  30: 'ideographTraditional',
  33: 'taiwaneseCounting',
  35: 'taiwaneseCountingThousand',
  36: 'taiwaneseDigital',
  37: 'chineseCounting',
  38: 'chineseLegalSimplified',
  39: 'chineseCountingThousand',
  255: 'none',
};

const sprm = { instance: 0x460b, level: 0x260a } as const;

/** Gives each paragraph the number Word prints before it, by its own properties or those of its style. */
export function readDocNumbering(file: DocFile): (run: Run | undefined) => string {
  try {
    const lists = readLists(file);
    const instances = readInstances(file);
    const styles = readStyles(file.table(1).part);
    const counters = new ListCounters();
    return (run) => {
      const style = styles.get(run?.style ?? 0);
      const number = (run?.properties.get(sprm.instance) ?? style?.get(sprm.instance))?.u16(0) ?? 0;
      const instance = instances[number - 1];
      const levels = lists.get(instance?.list ?? '');
      const level = (run?.properties.get(sprm.level) ?? style?.get(sprm.level))?.u8(0) ?? 0;
      return instance && levels ? counters.label(levels, instance, String(number), level) : '';
    };
  } catch (error) {
    // Lists only add ordinals; a document whose list tables are damaged still shows its text.
    if (error instanceof UnreadableError) return () => '';
    throw error;
  }
}

/** Lists (PlfLst, [MS-DOC] 2.9.186) and, behind them, their levels (LVL 2.9.150). */
function readLists(file: DocFile): Map<string, ListLevel[]> {
  const { part, behind } = file.table(73);
  const lists = new Map<string, ListLevel[]>();
  let at = 0;
  for (let n = 0; n < (part.length < 2 ? 0 : part.u16(0)); n++) {
    const entry = 2 + n * 28;
    const count = part.u8(entry + 26) & 1 ? 1 : 9;
    const levels: ListLevel[] = [];
    for (let level = 0; level < count; level++) {
      const { read, size } = readLevel(behind, at);
      levels.push(read);
      at += size;
    }
    lists.set(String(part.u32(entry)), levels);
  }
  return lists;
}

function readLevel(view: ByteView, at: number): { read: ListLevel; size: number } {
  const flags = view.u8(at + 5);
  const textAt = at + 28 + view.u8(at + 24) + view.u8(at + 25);
  const length = view.u16(textAt);
  const text = new TextDecoder('utf-16le').decode(view.part(textAt + 2, length * 2).bytes);
  const read: ListLevel = {
    start: view.u32(at),
    format: formats[view.u8(at + 4)] ?? 'decimal',
    // Characters 0 to 8 stand for the numbers of the levels.
    text: [...text].map((character) => (character.charCodeAt(0) < 9 ? `%${character.charCodeAt(0) + 1}` : character)).join(''),
    restart: (flags & 0x08) === 0,
    legal: (flags & 0x04) !== 0,
  };
  return { read, size: textAt + 2 + length * 2 - at };
}

/** Instances of lists (PlfLfo, [MS-DOC] 2.9.185), with the numbers they start from. */
function readInstances(file: DocFile): ListInstance[] {
  const { part } = file.table(74);
  if (part.length < 4) return [];
  const count = part.u32(0);
  let at = 4 + count * 16;
  return Array.from({ length: Math.min(count, Math.floor(part.length / 16)) }, (_, n): ListInstance => {
    const starts = new Map<number, number>();
    at += 4;
    for (let k = 0; k < part.u8(4 + n * 16 + 12); k++) {
      const flags = part.u32(at + 4);
      if (flags & 0x10) starts.set(flags & 0x0f, part.u32(at));
      at += 8 + (flags & 0x20 ? readLevel(part, at + 8).size : 0);
    }
    return { list: String(part.u32(4 + n * 16)), starts };
  });
}

/** Paragraph properties of styles (STSH, [MS-DOC] 2.9.271), those of the base style included. */
function readStyles(sheet: ByteView): Map<number, Properties> {
  const styles = new Map<number, Properties>();
  if (sheet.length < 6) return styles;
  const header = sheet.u16(0);
  const count = sheet.u16(2);
  const baseSize = sheet.u16(4);
  let at = 2 + header;
  const bases = new Map<number, number>();
  for (let n = 0; n < count && at + 2 <= sheet.length; n++) {
    const size = sheet.u16(at);
    if (size > 0) {
      const style = sheet.part(at + 2, size);
      if ((style.u16(2) & 0x0f) === 1) {
        bases.set(n, style.u16(2) >> 4);
        styles.set(n, styleProperties(style, baseSize));
      }
    }
    at += 2 + size + (size & 1);
  }
  for (const [n, own] of styles) {
    const base = styles.get(bases.get(n) ?? 0xfff);
    if (base && base !== own) styles.set(n, new Map([...base, ...own]));
  }
  return styles;
}

/** The first list of properties behind the name of a paragraph style is that of paragraphs. */
function styleProperties(style: ByteView, baseSize: number): Properties {
  const nameLength = style.u16(baseSize);
  const at = baseSize + 2 + (nameLength + 1) * 2;
  const size = at + 2 <= style.length ? style.u16(at) : 0;
  return size > 2 ? readProperties(style.part(at + 4, size - 2)) : new Map();
}
