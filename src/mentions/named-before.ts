import { type Named, namedPlatforms, type Platform } from './platform.ts';

/** Platforms of a sentence that were named last, in one clause: 通过公示栏、网站和微信,公开320条. */
export function lastGroup(named: readonly Named[], read: string, from: number): readonly Named[] {
  const group: Named[] = [];
  for (const one of named.toReversed()) {
    const next = group[0];
    if (one.start < from || (next && /[,;。]/.test(read.slice(one.end, next.start)))) break;
    group.unshift(one);
  }
  return group;
}

/** 2.微信公众号。全年推送235条。: a heading within the line speaks for the sentence behind it. */
const label = /(?:^|[。\n])[^。;\n]{0,6}(?:网站|公众号|微信|微博|新媒体|专栏|抖音号?|头条号?)(?:公开|发布|方面|平台|渠道|建设|情况)*。$/;

/** Where a sentence begins, its heading with it. */
export function labelBefore(read: string, start: number): number {
  const before = read.slice(Math.max(0, start - 24), start);
  const length = label.exec(before)?.[0].length ?? 0;
  return start - length;
}

/** 通过政府网站等方式,公开19322条: the site is one channel among others. */
export const amongOthers = /^[^,。;]{0,4}等(?:多种)?(?:方式|渠道|形式|途径|载体)/;

/** 推送信息163微博发布信息15条: a number that lost its counter ends what is told of the platform before it. */
const lostCounter = /(?:发布|推送|公开|转发|更新)[^,;。]{0,8}\d$/;

/** The platforms that count for a number: not those before another number, of which only the figure is left. */
export function sinceLost(named: readonly Named[], read: string): readonly Named[] {
  const last = named.findLastIndex(
    ({ start }, at) => at > 0 && lostCounter.test(read.slice(Math.max(named[at - 1]?.end ?? 0, start - 16), start)),
  );
  return last > 0 ? named.slice(last) : named;
}

/** 全年编发信息125条(其中,政府网站发布21条,微信公众号推送104条): parts on several platforms follow a whole. */
const partsBehind = /^[^,。;#(]{0,4}(?:[(](?:其中)?|[,;:]其中)[,:]?/;

/** Whether parts of a number on several platforms follow it. */
export function hasPartsOnSeveral(onwards: string, accounts: ReadonlyMap<string, Platform>): boolean {
  const [lead] = partsBehind.exec(onwards) ?? [];
  if (lead === undefined) return false;
  return new Set(namedPlatforms(onwards.slice(lead.length), accounts).map(({ platform }) => platform)).size > 1;
}
