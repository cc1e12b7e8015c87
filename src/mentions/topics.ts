import type { Span } from './clause.ts';

/** Characters after which a topic named earlier no longer counts. */
const reach = 400;

const requests = ['依申请公开', '公开申请', '公开的申请', '申请公开', '公开相关申请', '公开有关申请', '依申请提供'];
const information = ['信息公开', '政务公开', '依申请', '公开申请', '申请公开', '公开政府信息'];

const lastNamed = (words: readonly string[], text: string): number => Math.max(...words.map((word) => text.lastIndexOf(word)));

/** Remembers, within a section, how long ago requests and government information were named. */
export class Topics {
  #read = '';
  #tail = '';

  /** A new section: its own headings name its topics. */
  forget(): void {
    this.#tail = '';
  }

  begin(read: string): void {
    this.#read = read;
  }

  end(): void {
    this.#tail = `${this.#tail}\n${this.#read.slice(-reach)}`.slice(-reach);
  }

  /** Which topics are named in a sentence or shortly before it. */
  near({ start, end }: Span): { readonly applications: boolean; readonly ogi: boolean } {
    const before = this.#read.slice(Math.max(0, start - reach), end);
    const window = start < reach ? `${this.#tail.slice(-(reach - start))}\n${before}` : before;
    return { applications: lastNamed(requests, window) >= 0, ogi: lastNamed(information, window) >= 0 };
  }
}
