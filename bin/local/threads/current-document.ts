/** The document a thread is reading, written by the thread and seen by others, also when it hangs or has died. */
export class CurrentDocument {
  readonly buffer: SharedArrayBuffer;
  readonly #turn: Int32Array;
  readonly #hash: Uint8Array;

  constructor(buffer = new SharedArrayBuffer(4 + 32)) {
    this.buffer = buffer;
    this.#turn = new Int32Array(buffer, 0, 1);
    this.#hash = new Uint8Array(buffer, 4, 32);
  }

  /** The thread begins to read the document with this hash. */
  begin(sha256: string): void {
    this.#hash.set(Buffer.from(sha256, 'hex'));
    Atomics.add(this.#turn, 0, 1);
  }

  /** It has read it. */
  end(): void {
    Atomics.add(this.#turn, 0, 1);
  }

  /** What is being read: the hash of the document, and a number that no other reading of this thread has. Null between documents. */
  get reading(): { readonly sha256: string; readonly turn: number } | null {
    const turn = Atomics.load(this.#turn, 0);
    return turn % 2 === 0 ? null : { sha256: Buffer.from(this.#hash).toString('hex'), turn };
  }
}
