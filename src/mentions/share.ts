import { namedPlatforms } from './platform.ts';

/** One of several numbers told for several things: 行政复议、行政诉讼分别为3件、1件. */
export interface Share {
  /** Which of the numbers. */
  readonly index: number;
  /** The words that are its own; behind `#` where they are not the first. */
  readonly words: string;
  /** Several things are named, and as many numbers; or only one thing. Else which number is whose stays open. */
  readonly isClear: boolean;
}

/** Names of platforms before the last share its words: 微博、微信粉丝数. */
const isPlatform = (thing: string): boolean => namedPlatforms(thing, new Map()).some(({ end }) => end === thing.length);

/** The word by which numbers are shared out; between a thing and its verb it would part them: 信函分别收到申请. */
const apart = '分别';
const separator = /以及|[、和及与或]/;

/** The share of the number behind `left`; null where nothing is shared out. `following` tells how many numbers stand with it. */
export function sharedOut(left: string, following: () => number): Share | null {
  const at = left.lastIndexOf(apart);
  if (at < 0 || !/^[^#]*(?:#[、和及与]?)*$/.test(left.slice(at))) return null;
  const index = left.slice(at).split('#').length - 1;
  const first = left.indexOf('#', at);
  const told = left.slice(at + apart.length, first < 0 ? left.length : first);
  const things = left.slice(0, at).split(separator);
  const [thing = ''] = things;
  const isClear = things.length === 1 || things.length === index + 1 + following();
  if (!isClear || things.slice(0, -1).every(isPlatform)) return { index, words: left.slice(0, at) + told, isClear };
  return { index, words: `${thing}${index === 0 ? '' : `#${things[index]}`}${told}`, isClear: true };
}
