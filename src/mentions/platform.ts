import { matches } from '../matches.ts';
/** Where something is published or read. */
export type Platform = 'website' | 'wechat' | 'weibo' | 'social' | 'video' | 'other';

/** A platform named in a text, and where its name ends. */
export interface Named {
  readonly platform: Platform;
  readonly start: number;
  readonly end: number;
}

const someAccount = '(?:微信(?:公众号|视频号)?|微博|抖音号?|视频号|快手号?)';
const words: readonly (readonly [Platform, string])[] = [
  // 微信、抖音等新媒体, 新媒体(微信公众号等): all of them, of which some are named.
  ['social', `${someAccount}(?:[、和]${someAccount}){0,4}等(?:各类|各种|政务|官方)?新媒体|新媒体\\([^()]{2,16}等\\)`],
  ['video', '微信视频号?|视频号|抖音号?|快手号?|哔哩哔哩|B站'],
  // 一网两微, 两微一网: the site and the accounts, by no single channel.
  ['other', '一网[一两双]微(?:[一两]端)?|[两双]微一网'],
  ['social', '[“"]?[两双]微[”"]?(?:一端)?|新媒体'],
  ['wechat', '微信公众(?:号|平台)?|微信(?!群|支付)|公众号|订阅号'],
  ['weibo', '微博'],
  [
    'other',
    '查阅[室点]|官微|今日头条|头条号?|客户端|[Aa][Pp][Pp]|公示栏|公告栏|告示栏|宣传栏|公开栏(?!目)|张贴|橱窗|展板|显示屏|电子屏|电视|广播|报[纸刊]|刊物|[日晚]报|电台|(?<![新自融全])媒体|政府公报|其[他它](?:方式|渠道|途径|形式)',
  ],
  ['website', '官网|门户网站?|官方网站?|政府网站?|政务网站?|信息网|公开网|网站|信息公开[”"]?(?:专栏|平台)|公开专栏|主页|校园网'],
];

const pattern = new RegExp(words.map(([, source]) => `(${source})`).join('|'), 'g');

/** Not “示例”平台以及微信公众号, which are two. Behind it up to eight others that share the word: an endless list would be followed from each of its names. */
const account =
  /[“「《]([^”」》,。]{2,16})[”」》](?:、[“「《][^”」》,。]{2,16}[”」》]){0,8}(?:(?!以及|[、和及与])[^,。;:“”《》]){0,6}?(微信|公众号|订阅号|微博|抖音|视频号)/g;
const accountBehind = /(微信|公众号|订阅号|微博|抖音|视频号)[^,。;:“”《》]{0,4}[“「]([^”」,。]{2,16})[”」]/g;

const kindOf = (word: string): Platform => (word === '微博' ? 'weibo' : word === '抖音' || word === '视频号' ? 'video' : 'wechat');

/**
 * Names of accounts that the document introduces: “法治厦门”微信公众号 makes “法治厦门” a name of WeChat. An organ may give the
 * accounts it keeps on several platforms one name, which then says nothing of the platform.
 */
export function accountsOf(texts: readonly string[]): ReadonlyMap<string, Platform> {
  const found = new Map<string, Set<Platform>>();
  const learn = (name = '', word = '') => {
    if (name && word) found.set(name, (found.get(name) ?? new Set()).add(kindOf(word)));
  };
  for (const text of texts) {
    if (!/微信|公众号|微博|抖音|视频号/.test(text)) continue;
    for (const [, name, word] of matches(text, account)) learn(name, word);
    for (const [, word, name] of matches(text, accountBehind)) learn(name, word);
  }
  return new Map(
    [...found].flatMap(([name, [platform, ...others]]) => (platform && others.length === 0 ? [[name, platform] as const] : [])),
  );
}

const quoted = /[“「]([^”」]{2,16})[”」]/g;

/** Accounts named in quotes; what their names seem to say (“示例市政府网”微信) is no platform. */
const quotedAccounts = (text: string, accounts: ReadonlyMap<string, Platform>): Named[] =>
  matches(text, quoted).flatMap(({ 0: quote, 1: name = '', index }) => {
    const platform = accounts.get(name);
    return platform ? [{ platform, start: index, end: index + quote.length }] : [];
  });

/** The platforms a text names, in order; a quoted account stands for its platform. */
export function namedPlatforms(text: string, accounts: ReadonlyMap<string, Platform>): Named[] {
  const found: Named[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const which = match.findIndex((group, index) => index > 0 && group !== undefined);
    const platform = words[which - 1]?.[0];
    if (platform) found.push({ platform, start: match.index, end: match.index + match[0].length });
  }
  const named = accounts.size > 0 ? quotedAccounts(text, accounts) : [];
  const apart = found.filter(({ start }) => !named.some((account) => account.start < start && start < account.end));
  return [...apart, ...named].sort((a, b) => a.start - b.start);
}

const oneName = '[^,。;:#、和及与或等各多“”]';
const publishes = '(?:上)?(?:共|累计|主动|依法|及时)*(?:公开|发布|公布)[^,。]*$';
/** 在某某采购网公开信息7条, 通过“三务公开”平台公开信息154条, 在“中国·示例”公开: one channel, of whatever name. */
const ownName = new RegExp(
  `(?:通过|依托|利用|借助|在)${oneName}{0,20}(?:[“"][^,。;#“”]{2,12}[”"])?${oneName}{0,6}(?:网|平台|系统|页面|[Aa][Pp][Pp]|专区)${publishes}|^[^“”#,]{1,10}[”"]${publishes}|在${oneName}{0,6}[“"][^,。;#“”]{2,12}[”"]${publishes}|新闻发布会${publishes}`,
);

/** Whether a clause names one channel that is none of the platforms. */
export const namesOtherChannel = (clause: string): boolean => ownName.test(clause);

/** Several platforms named together: all accounts, or a mixture with the site. */
export function together(named: readonly Platform[]): Platform | 'several' | null {
  const kinds = new Set(named);
  const accounts = kinds.has('wechat') || kinds.has('weibo') || kinds.has('video');
  if (kinds.has('wechat') && kinds.has('weibo')) kinds.delete('other');
  else if (accounts || kinds.has('other')) kinds.delete('social'); // 微信等新媒体: the account is one of them
  if (kinds.size === 0) return null;
  if (kinds.size === 1) return [...kinds][0] ?? null;
  return [...kinds].every((kind) => kind === 'wechat' || kind === 'weibo' || kind === 'social') ? 'social' : 'several';
}
