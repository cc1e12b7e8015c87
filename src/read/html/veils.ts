/** What a style hides as a block: its lines, counted from 0, and the veiled block around it. */
interface Veil {
  readonly from: number;
  to: number;
  readonly depth: number;
  readonly outer: number;
}

/** A block with fewer lines of words is no version of a report. */
const fewestLines = 4;

/** The words of a line up to its first figure: what another version of it shows too. */
function wordsOf(text: string): string {
  const end = text.search(/[\t0-9０-９]/);
  return (end < 0 ? text : text.slice(0, end)).replace(/\s+/g, '');
}

/**
 * Blocks that a style hides, and a script may open. Tabs of a page hold each its part; but a hidden block whose lines mostly stand
 * in what is shown as well is another version of it (an older one, one for paper, one for telephones), and no reader sees it.
 */
export class Veils {
  private readonly veils: Veil[] = [];
  private open = -1;

  begin(length: number): void {
    const depth = (this.veils[this.open]?.depth ?? 0) + 1;
    this.open = this.veils.push({ from: length, to: length, depth, outer: this.open }) - 1;
  }

  end(length: number): void {
    const veil = this.veils[this.open];
    if (!veil) return;
    veil.to = length;
    this.open = veil.outer;
  }

  /** Numbers (from 1) of the lines that only repeat what stands less hidden elsewhere. */
  repeated(texts: readonly string[]): ReadonlySet<number> {
    const dropped = new Set<number>();
    if (this.veils.every(({ from, to }) => to - from < fewestLines)) return dropped;
    const owners = this.ownersOf(texts.length);
    const words = texts.map(wordsOf);
    const gone = this.whichRepeat(words, owners);
    owners.forEach((owner, at) => {
      if (gone[owner]) dropped.add(at + 1);
    });
    return dropped;
  }

  /** The innermost veil of each line; -1 where it is shown. */
  private ownersOf(length: number): number[] {
    const owners = new Array<number>(length).fill(-1);
    let [open, next] = [-1, 0];
    for (let at = 0; at < length; at++) {
      while ((this.veils[open]?.to ?? Infinity) <= at) open = this.veils[open]?.outer ?? -1;
      while ((this.veils[next]?.from ?? Infinity) <= at) {
        if ((this.veils[next]?.to ?? 0) > at) open = next;
        next++;
      }
      owners[at] = open;
    }
    return owners;
  }

  /** Which veils repeat lines of less depth than theirs; what is inside of such a one goes with it. */
  private whichRepeat(words: readonly string[], owners: readonly number[]): boolean[] {
    const depthOf = (at: number) => this.veils[owners[at] ?? -1]?.depth ?? 0;
    const least = new Map<string, number>();
    words.forEach((word, at) => {
      if (word !== '') least.set(word, Math.min(least.get(word) ?? Infinity, depthOf(at)));
    });
    const counts = this.veils.map(() => ({ worded: 0, repeated: 0 }));
    words.forEach((word, at) => {
      const count = counts[owners[at] ?? -1];
      if (!count || word === '') return;
      count.worded++;
      if ((least.get(word) ?? Infinity) < depthOf(at)) count.repeated++;
    });
    const gone: boolean[] = [];
    counts.forEach(({ worded, repeated }, n) => {
      gone.push((gone[this.veils[n]?.outer ?? -1] ?? false) || (worded >= fewestLines && repeated * 3 >= worded * 2));
    });
    return gone;
  }
}
