import { damaged } from '../refusals.ts';

/** An OLE compound file ([MS-CFB]), the container of DOC, WPS and XLS: the streams at its top level. */
export interface Compound {
  readonly names: ReadonlySet<string>;
  /** Bytes of a stream, or null when there is none. Throws `UnreadableError` where the file ends before it. */
  read(name: string): Uint8Array | null;
}

interface Stream {
  readonly start: number;
  readonly size: number;
}

const miniSector = 64;
const headerSectors = 109;
const lastSector = 0xfffffffa;

/** Open a compound file. Chains of sectors are followed no longer than the file has sectors. Throws `UnreadableError`. */
export function openCompound(bytes: Uint8Array): Compound {
  const sectors = new Sectors(bytes);
  const streams = new Map<string, Stream>();
  const [root, ...entries] = readDirectory(sectors.chain(sectors.header(48)));
  if (!root) throw damaged('Office 文件没有目录');
  for (const entry of topLevel([root, ...entries])) streams.set(entry.name, entry);
  let mini: Uint8Array | null = null;
  const read = (name: string) => {
    const stream = streams.get(name);
    if (!stream) return null;
    if (stream.size > bytes.length) throw damaged(`Office 文件中的“${name}”被截断`);
    if (stream.size >= 4096) return sectors.chain(stream.start, stream.size);
    mini ??= root.size > 0 ? sectors.chain(root.start) : new Uint8Array();
    return sectors.miniChain(mini, stream.start, stream.size);
  };
  return { names: new Set(streams.keys()), read };
}

class Sectors {
  private readonly bytes: Uint8Array;
  private readonly view: DataView;
  private readonly size: number;
  private readonly table: readonly number[];
  private miniTable: DataView | null = null;

  constructor(bytes: Uint8Array) {
    if (bytes.length < 1024) throw damaged('Office 文件只有开头');
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const shift = this.view.getUint16(30, true);
    if (shift !== 9 && shift !== 12) throw damaged('Office 文件的开头无法识别');
    this.size = 1 << shift;
    this.table = this.tableSectors();
  }

  /** A number of the header ([MS-CFB] 2.2). */
  header(at: number): number {
    return this.view.getUint32(at, true);
  }

  /** The bytes of a chain of sectors; with `size`, exactly as many. */
  chain(start: number, size = Number.POSITIVE_INFINITY): Uint8Array {
    const found: number[] = [];
    const most = Math.min(Math.ceil(this.bytes.length / this.size), Math.ceil(size / this.size));
    for (let sector = start; sector < lastSector && found.length < most; sector = this.next(sector)) found.push(sector);
    const whole = new Uint8Array(Math.min(size, found.length * this.size));
    found.forEach((sector, at) => {
      const from = (sector + 1) * this.size;
      whole.set(this.bytes.subarray(from, from + Math.min(this.size, whole.length - at * this.size)), at * this.size);
    });
    if (whole.length < size && size !== Number.POSITIVE_INFINITY) throw damaged('Office 文件的内容被截断');
    return whole;
  }

  /** A small stream, kept in 64-byte pieces of the root's stream ([MS-CFB] 2.4). */
  miniChain(store: Uint8Array, start: number, size: number): Uint8Array {
    this.miniTable ??= viewOf(this.chain(this.header(60)));
    const whole = new Uint8Array(size);
    let sector = start;
    for (let at = 0; at < size; at += miniSector) {
      const from = sector * miniSector;
      if (from + Math.min(miniSector, size - at) > store.length || sector * 4 + 4 > this.miniTable.byteLength)
        throw damaged('Office 文件的内容被截断');
      whole.set(store.subarray(from, from + Math.min(miniSector, size - at)), at);
      sector = this.miniTable.getUint32(sector * 4, true);
    }
    return whole;
  }

  private next(sector: number): number {
    const perSector = this.size / 4;
    const home = this.table[Math.floor(sector / perSector)];
    return home === undefined ? lastSector : this.at(home, (sector % perSector) * 4);
  }

  private at(sector: number, offset: number): number {
    const from = (sector + 1) * this.size + offset;
    if (from + 4 > this.bytes.length) throw damaged('Office 文件的扇区表被截断');
    return this.view.getUint32(from, true);
  }

  /** Sectors that hold the table: the first 109 in the header, the rest in a chain of their own ([MS-CFB] 2.5). */
  private tableSectors(): number[] {
    const found: number[] = [];
    const most = Math.ceil(this.bytes.length / this.size / (this.size / 4)) + 1;
    for (let i = 0; i < headerSectors; i++) found.push(this.header(76 + i * 4));
    const perSector = this.size / 4 - 1;
    let sector = this.header(68);
    while (sector < lastSector && found.length < most) {
      for (let i = 0; i < perSector; i++) found.push(this.at(sector, i * 4));
      sector = this.at(sector, perSector * 4);
    }
    return found.filter((home) => home < lastSector).slice(0, most);
  }
}

interface Entry extends Stream {
  readonly name: string;
  readonly isStream: boolean;
  readonly siblings: readonly number[];
  readonly child: number;
}

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function readDirectory(bytes: Uint8Array): Entry[] {
  const view = viewOf(bytes);
  return Array.from({ length: Math.floor(bytes.length / 128) }, (_, n) => {
    const at = n * 128;
    const nameBytes = Math.max(0, Math.min(62, view.getUint16(at + 64, true) - 2));
    return {
      name: new TextDecoder('utf-16le').decode(bytes.subarray(at, at + nameBytes)),
      isStream: bytes[at + 66] === 2,
      siblings: [view.getUint32(at + 68, true), view.getUint32(at + 72, true)],
      child: view.getUint32(at + 76, true),
      start: view.getUint32(at + 116, true),
      size: view.getUint32(at + 120, true),
    };
  });
}

/** Streams beside the root's child; those of embedded objects lie deeper and are not the document. */
function topLevel(entries: readonly Entry[]): Entry[] {
  const found: Entry[] = [];
  const seen = new Set<number>();
  const waiting = [entries[0]?.child ?? 0];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const entry = entries[at];
    if (!entry || seen.has(at)) continue;
    seen.add(at);
    waiting.push(...entry.siblings);
    if (entry.isStream) found.push(entry);
  }
  return found;
}
