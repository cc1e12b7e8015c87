import type { Need } from '../../schemas/phrasings.ts';
import type { Platform } from './platform.ts';

/** What the last number told was about: an elided object (已办结3件) refers to it. */
export type Frame =
  | 'requests'
  | 'documents'
  | 'information'
  | 'remedies'
  | 'normative'
  | 'training'
  | 'meetings'
  | 'posts'
  | 'proposals'
  | 'other';

/** What is known where a number stands; what takes time is found when asked for. */
export interface Surroundings {
  /** Clause up to the number; earlier numbers of it are `#`. */
  readonly clause: string;
  /** Behind the counter, up to the next number. */
  readonly behind: string;
  /** Sentence up to the number. */
  readonly sentence: string;
  readonly frame: Frame | null;
  /** Requests, or government information, named here or shortly before. */
  readonly applications: boolean;
  readonly ogi: boolean;
  /** Platform of what is published: of the clause alone; else of the sentence. */
  readonly here: Platform | 'several' | null;
  readonly platform: Platform | 'several' | null;
  /** Platform of reads and followers: else that of the last named account (mentions.md, close calls). */
  readonly account: Platform | 'several' | null;
}

const publishing = /发布|(?<!政务|信息|申请|不予)公开|推送|更新|刊发|发文|推出|编发|上传|刊登|登载|公布|转发|发送|推介|发表|发帖|公示|刊载/;
const requestsNamed = /依申请|信息公开(?:的)?申请|公开申请|申请公开/;
/** 公文公开属性认定: their parts follow without a whole. */
const documentsMarked = /公文(?:的)?(?:信息)?公开属性|主动公开(?:类|属性)公文/;
const onlineWords = /网上|在线|网络|线上|互动|平台|网民|网友/;
/** 依托门户网站,公开信息320条: the channel stands in a clause of its own. */
const byOneChannel = /(?:通过|依托|利用|借助|在)[^,。]{0,20}(?:网站?|官网|微信|微博|公众号|新媒体|平台|专栏)[^,。]{0,6},[^,。]*$/;
const onAccount = ({ platform }: Surroundings): boolean => platform !== null && platform !== 'website' && platform !== 'several';

const tests: Readonly<Record<Need, (s: Surroundings) => boolean>> = {
  applications: (s) =>
    s.frame === 'requests' || (s.frame !== 'documents' && s.frame !== 'information' && s.frame !== 'proposals' && s.applications),
  requests: (s) => s.frame === 'requests' || (s.frame === null && requestsNamed.test(s.sentence)),
  ogi: (s) => s.ogi,
  documents: (s) => s.frame === 'documents' || documentsMarked.test(s.sentence),
  remedies: (s) => s.frame === 'remedies',
  normative: (s) => s.frame === 'normative',
  training: (s) => s.frame === 'training' || s.clause.includes('培训'),
  meetings: (s) => s.frame === 'meetings' || /论证|听证|座谈/.test(s.sentence),
  posts: (s) => s.frame === 'posts' || s.platform !== null,
  platform: (s) => s.account !== null,
  website: (s) => s.platform === 'website' || onlineWords.test(s.clause),
  site: (s) => !onAccount(s) && (s.frame === 'posts' || publishing.test(s.sentence)),
  social: onAccount,
  openness: (s) => /政务公开|信息公开|公开工作/.test(s.sentence),
  fees: (s) => /处理费|收费通知/.test(s.sentence),
  wechat: (s) => s.platform === 'wechat',
  manyChannels: (s) =>
    (s.here === null && !(s.platform !== null && byOneChannel.test(s.sentence))) ||
    s.here === 'several' ||
    /[等各多种]渠道|多种方式/.test(s.clause),
};

/** Does everything a phrasing needs hold here? */
export const allHold = (needs: readonly Need[], surroundings: Surroundings): boolean => needs.every((need) => tests[need](surroundings));
