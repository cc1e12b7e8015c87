const encoder = new TextEncoder();

/** Bytes that grow as they are written, with the numbers of Parquet and of Thrift's compact protocol. */
export class GrowingBytes {
  #bytes = new Uint8Array(16_384);
  #view = new DataView(this.#bytes.buffer);
  length = 0;

  #reserve(count: number): void {
    if (this.length + count <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(2 * this.#bytes.length, this.length + count));
    grown.set(this.#bytes.subarray(0, this.length));
    this.#bytes = grown;
    this.#view = new DataView(grown.buffer);
  }

  u8(value: number): void {
    this.#reserve(1);
    this.#bytes[this.length++] = value;
  }

  u32(value: number): void {
    this.#reserve(4);
    this.#view.setUint32(this.length, value, true);
    this.length += 4;
  }

  i32(value: number): void {
    this.#reserve(4);
    this.#view.setInt32(this.length, value, true);
    this.length += 4;
  }

  f64(value: number): void {
    this.#reserve(8);
    this.#view.setFloat64(this.length, value, true);
    this.length += 8;
  }

  /** A whole number from 0 to 2^53, seven bits to a byte. */
  varint(value: number): void {
    this.#reserve(8);
    let rest = value;
    for (; rest >= 128; rest = Math.floor(rest / 128)) this.#bytes[this.length++] = (rest % 128) + 128;
    this.#bytes[this.length++] = rest;
  }

  /** A whole number of at least 0 as Thrift has signed ones. */
  zigzag(value: number): void {
    this.varint(2 * value);
  }

  put(bytes: Uint8Array): void {
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  /** UTF-8, its length before it: four bytes, as Parquet's PLAIN has strings. */
  text(value: string): void {
    this.#reserve(4 + 3 * value.length);
    const { written } = encoder.encodeInto(value, this.#bytes.subarray(this.length + 4));
    this.u32(written);
    this.length += written;
  }

  /** The bytes from a place on, until more is written. */
  from(start: number): Uint8Array {
    return this.#bytes.subarray(start, this.length);
  }

  clear(): void {
    this.length = 0;
  }

  copy(): Uint8Array {
    return this.#bytes.slice(0, this.length);
  }
}

/** Text as Thrift has it: its length in a varint before it. */
export function putName(out: GrowingBytes, name: string): void {
  const bytes = encoder.encode(name);
  out.varint(bytes.length);
  out.put(bytes);
}
