const encoder = new TextEncoder();
/** Bytes there is room for at first, and as many as are kept for the next to write. */
const firstRoom = 16_384;
const mostKept = 1_048_576;
/** Longer text, and longer bytes, are copied quicker by the runtime. */
const longestPlain = 64;

/** Bytes that grow as they are written, with the numbers of Parquet and of Thrift's compact protocol. */
export class GrowingBytes {
  #bytes = new Uint8Array(firstRoom);
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

  /** What other bytes hold. */
  putAll(other: GrowingBytes): void {
    if (other.length > longestPlain) this.put(other.from(0));
    else {
      this.#reserve(other.length);
      for (let at = 0; at < other.length; at++) this.#bytes[this.length++] = other.#bytes[at] ?? 0;
    }
  }

  /** UTF-8, its length before it: four bytes, as Parquet's PLAIN has strings. */
  text(value: string): void {
    const start = this.length;
    this.u32(0);
    const written = this.#utf8(value);
    this.#view.setUint32(start, written, true);
  }

  /** UTF-8, its length before it in a varint, as Thrift has strings. */
  name(value: string): void {
    const written = scratch.#utf8(value);
    this.varint(written);
    this.putAll(scratch);
    scratch.clear();
  }

  /** Text as UTF-8; returns the bytes it took. Short ASCII, as most of it is, is written quicker one by one. */
  #utf8(value: string): number {
    this.#reserve(3 * value.length);
    const start = this.length;
    const end = value.length > longestPlain ? 0 : value.length;
    for (let at = 0; at < end; at++) {
      const code = value.charCodeAt(at);
      if (code >= 128) break;
      this.#bytes[this.length++] = code;
    }
    if (this.length - start < value.length) {
      const { written } = encoder.encodeInto(value, this.#bytes.subarray(start));
      this.length = start + written;
    }
    return this.length - start;
  }

  /** The bytes from a place on, until more is written. */
  from(start: number): Uint8Array {
    return this.#bytes.subarray(start, this.length);
  }

  /** Forget what was written. The room that something large took is given back. */
  clear(): void {
    this.length = 0;
    if (this.#bytes.length <= mostKept) return;
    this.#bytes = new Uint8Array(firstRoom);
    this.#view = new DataView(this.#bytes.buffer);
  }

  copy(): Uint8Array {
    return this.#bytes.slice(0, this.length);
  }
}

// Used by one name after the other, and never across an await.
const scratch = new GrowingBytes();
