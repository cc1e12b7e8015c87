import { type Clause, clauses, type Span } from './clause.ts';
import { amongOthers, hasPartsOnSeveral, labelBefore, lastGroup, sinceLost } from './named-before.ts';
import type { Paragraph } from './paragraph.ts';
import type { Place } from './place.ts';
import { type Named, namedPlatforms, namesOtherChannel, type Platform, together } from './platform.ts';
import type { Left } from './scope.ts';
import { type Frame, partFrom, type Surroundings } from './state.ts';
import type { Topics } from './topics.ts';

/** A paragraph being read; its platforms are looked for when a number asks. */
export class Page {
  readonly paragraph: Paragraph;
  readonly read: string;
  readonly accounts: ReadonlyMap<string, Platform>;
  #platforms: readonly Named[] | null = null;

  constructor(paragraph: Paragraph, accounts: ReadonlyMap<string, Platform>) {
    this.paragraph = paragraph;
    this.read = paragraph.read.text;
    this.accounts = accounts;
  }

  /** Platforms named before a position, the last ones. */
  before(position: number): readonly Named[] {
    this.#platforms ??= namedPlatforms(this.read, this.accounts);
    const all = this.#platforms;
    let [low, high] = [0, all.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((all[middle]?.start ?? 0) < position) low = middle + 1;
      else high = middle;
    }
    return all.slice(Math.max(0, low - 12), low);
  }
}

/** Characters of a sentence that are looked back over. */
const longest = 240;

/** Characters behind a number that are looked at for the year it is told of. */
const nextClause = 40;

/** 行政诉讼8件,均与政府信息公开无关. */
const unrelated = /与(?:政府)?信息公开(?:工作)?(?:均|都)?无关|(?:非|不)(?:属于?|涉及)(?:政府)?信息公开/;

/** A sentence being read. */
export class Reading {
  readonly page: Page;
  readonly span: Span;
  readonly clauses: readonly Clause[];
  readonly #topics: Topics;
  #near: { readonly applications: boolean; readonly ogi: boolean } | null = null;

  constructor(page: Page, span: Span, topics: Topics) {
    this.page = page;
    this.span = span;
    this.clauses = clauses(page.read, span);
    this.#topics = topics;
  }

  get topics(): { readonly applications: boolean; readonly ogi: boolean } {
    if (this.#near) return this.#near;
    const { applications, ogi } = this.#topics.near(this.span);
    const [whole = '', part = ''] = this.page.read.slice(this.span.start, this.span.end).split(partFrom);
    // 行政诉讼30件,其中因政府信息公开引发的3件: the whole is about other matters.
    const onlyPart = part.slice(0, 12).includes('信息公开') && !whole.includes('信息公开');
    this.#near = { applications, ogi: ogi && !onlyPart && !unrelated.test(whole + part) };
    return this.#near;
  }

  /** A clause and its sentence up to a position. */
  left(clause: string, position: number): Left {
    return { clause, sentence: this.page.read.slice(Math.max(this.span.start, position - longest), position) };
  }
}

/** 阅读量42万次、微博推送792条: behind the sign that parts them, the words belong to the next number. */
const nextThing = /、[^、]*$/;

/** What surrounds a number. */
export class Around implements Surroundings {
  readonly clause: string;
  readonly behind: string;
  readonly frame: Frame | null;
  readonly #reading: Reading;
  readonly #place: Place;
  #sentence: string | null = null;
  #platforms: {
    readonly here: Surroundings['here'];
    readonly platform: Surroundings['platform'];
    readonly account: Surroundings['account'];
  } | null = null;

  constructor(reading: Reading, place: Place, frame: Frame | null, clause = place.left) {
    this.#reading = reading;
    this.#place = place;
    this.clause = clause;
    this.behind = place.right;
    this.frame = frame;
  }

  get sentence(): string {
    this.#sentence ??= this.#reading.left(this.clause, this.#place.position).sentence;
    return this.#sentence;
  }

  /** Behind the counter, over the end of the clause. */
  get onwards(): string {
    const { clause, number } = this.#place;
    const end = clause.words.place(number.end - 1) + 1;
    return this.#reading.page.read.slice(end, end + nextClause);
  }

  get applications(): boolean {
    return this.#reading.topics.applications;
  }

  get ogi(): boolean {
    return this.#reading.topics.ogi;
  }

  get here(): Surroundings['here'] {
    return this.#named().here;
  }

  get platform(): Surroundings['platform'] {
    return this.#named().platform;
  }

  get account(): Surroundings['account'] {
    return this.#named().account;
  }

  #named() {
    if (this.#platforms) return this.#platforms;
    const { position, since, right, share, isFollowed } = this.#place;
    const { page, span } = this.#reading;
    const earlier = page.before(position);
    const own = sinceLost(
      earlier.filter(({ start }) => start >= since),
      page.read,
    );
    const named = (own.length > 0 ? own : namedPlatforms(isFollowed ? right.replace(nextThing, '') : right, page.accounts)).map(
      ({ platform }) => platform,
    );
    // “示例水务”微信公众号 names one platform twice.
    const apart = named.filter((platform, at) => platform !== named[at - 1]);
    const mine = share !== null && apart.length > 1 ? apart[share.index] : undefined;
    // 在县政府网公开会议信息4条、其他信息55条: the site named before the first of them is no other channel.
    const isNamed = earlier.some(({ start }) => start >= this.#place.clause.words.place(0));
    const here = mine ?? together(named) ?? (!isNamed && namesOtherChannel(this.clause) ? 'other' : null);
    const from = labelBefore(page.read, span.start);
    const group = lastGroup(earlier, page.read, from);
    const isOneOf = group.length === 1 && amongOthers.test(page.read.slice(group[0]?.end, position));
    const platform =
      here ?? (isOneOf || hasPartsOnSeveral(this.onwards, page.accounts) ? 'several' : together(group.map((one) => one.platform)));
    this.#platforms = { here, platform, account: here ?? together(lastGroup(earlier, page.read, 0).map((one) => one.platform)) };
    return this.#platforms;
  }
}
