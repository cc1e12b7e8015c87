import { damaged } from '../refusals.ts';

/** Little-endian numbers of a binary format; reading past the end is damage, not a crash. */
export class ByteView {
  readonly bytes: Uint8Array;
  private readonly view: DataView;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get length(): number {
    return this.bytes.length;
  }

  u8(at: number): number {
    return this.view.getUint8(this.within(at, 1));
  }

  u16(at: number): number {
    return this.view.getUint16(this.within(at, 2), true);
  }

  i16(at: number): number {
    return this.view.getInt16(this.within(at, 2), true);
  }

  u32(at: number): number {
    return this.view.getUint32(this.within(at, 4), true);
  }

  f64(at: number): number {
    return this.view.getFloat64(this.within(at, 8), true);
  }

  /** A part as a view of its own. */
  part(at: number, length: number): ByteView {
    return new ByteView(this.bytes.subarray(this.within(at, length), at + length));
  }

  private within(at: number, length: number): number {
    if (at >= 0 && length >= 0 && at + length <= this.bytes.length) return at;
    throw damaged('文件内部的指针越过了末尾');
  }
}
