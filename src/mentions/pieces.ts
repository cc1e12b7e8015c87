/** A text made of pieces of another, and where each of its characters stands there. */
export class Pieces {
  readonly #starts: number[] = [];
  readonly #places: number[] = [];
  #text = '';

  /** Add a piece that stands at `place` in the other text. */
  add(piece: string, place: number): void {
    if (piece === '') return;
    this.#starts.push(this.#text.length);
    this.#places.push(place);
    this.#text += piece;
  }

  get text(): string {
    return this.#text;
  }

  /** Place of a character in the other text; that of the last piece beyond the end. */
  place(index: number): number {
    let [low, high] = [0, this.#starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= index) low = middle;
      else high = middle - 1;
    }
    return (this.#places[low] ?? 0) + index - (this.#starts[low] ?? 0);
  }
}
