import type { Need } from '../../schemas/phrasings.ts';
import { lastMatch } from '../matches.ts';
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
  | 'interpretation'
  | 'press'
  | 'other';

/** What is known where a number stands; what takes time is found when asked for. */
export interface Surroundings {
  /** Clause up to the number; earlier numbers of it are `#`. */
  readonly clause: string;
  /** Behind the counter, up to the next number. */
  readonly behind: string;
  /** Behind the counter, over the end of the clause. */
  readonly onwards: string;
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
/** What else is received and closed: where the section tells nothing before it, a number closed may be of these. */
const otherCases = /建议|提案|议案|留言|来信|信件|投诉|咨询|信访|工单|热线|案件|诉求|业务|事项|许可|复议|诉讼|处罚/;
const watched = /视频|抖音|快手|直播|节目|专栏|栏目|动画|影片|系列/;
/** 公文公开属性认定: their parts follow without a whole. */
const documentsMarked = /公文(?:的)?(?:信息)?公开属性|主动公开(?:类|属性)公文/;
const onlineWords = /网上|在线|网络|线上|互动|平台|网民|网友/;
/** 依托门户网站,公开信息320条: the channel stands in a clause of its own. */
const byOneChannel = /(?:通过|依托|利用|借助|在)[^,。]{0,20}(?:网站?|官网|微信|微博|公众号|新媒体|平台|专栏)[^,。]{0,6},[^,。]*$/;
/** 主动公开206条,依申请公开0条,不予公开0条: documents by their attribute, no outcomes. */
const sharedOut =
  /(?<!非)主动公开(?:的?政?府?(?:信息|文件|公文))?(?:数量?)?为?\d+[条件份个][,、](?:属性为)?依申请公开(?:的?政?府?(?:信息|文件|公文))?(?:数量?)?为?\d/;
/** 通过水务专栏公开信息16条: a column is one channel, whatever site it is part of. */
const byColumn = /(?:通过|依托|利用|在)[^,。#、]{0,16}(?:专栏|栏目)[^,。#、]{0,4}(?:公开|发布|公布)/;
/** 其中图解信息4条,主动公开信息23条: further down a list of parts; words for all of it end the list. */
const inList = /[,;:(]其中[^。;]*,[^,]*$/;
const ofAll = /[共总]|累计|合计|全年|年度|今年|20\d\d年|[我本]/;
/** 网站发布信息531条,其中主动公开信息114条: a part of what one channel holds. */
const ofOneChannel = ({ sentence, clause }: Surroundings): boolean =>
  clause.startsWith('其中') || byOneChannel.test(sentence) || (inList.test(sentence) && !ofAll.test(clause));
const otherTrade = /普法|农|林|种植|养殖|法律|法治|宣传|执法|安全|消防|应急|技能|创业|就业|保密/;
const trainingNamed = /([^,;。:#]{2,24})培训/g;
/** 培训农民360人次: whoever is trained in a trade knows of no disclosure. */
const trainedInTrade = /^[^。]*培训(?:了|各类)*(?:农|渔|牧|村|居民|学[员生]|企业|劳动|求职|创业|驾驶|商户|经营)/;
/** 举办安全生产培训3期,培训360人次: the training that the sentence named last with its matter. */
function isOtherTraining(sentence: string): boolean {
  const [, matter = ''] = lastMatch(sentence, trainingNamed) ?? [];
  return (otherTrade.test(matter) && !matter.includes('公开')) || trainedInTrade.test(sentence);
}
/** An applicant is only asked to supplement his request (old form: 告知作出更改补充): no outcome. */
const asked = /(?:要求|告知|通知|请|尚未|仍未|待|等待)[^。;#\d]{0,10}补正|(?<!逾期)未(?:作出|进行)?补正/;
/** Where a part of what was told begins: 其中, or the words that set it apart. */
export const partFrom = /其中|[,;](?=(?:与|涉及?|因)(?:政府)?信息公开(?![^,;]*(?:复议|诉讼))[^,;]{0,12}\d)/;

/** 行政诉讼5件,其中: the matter whose part follows; the organ's own cases, none that it decides or pleads for others. */
function wholeBefore(sentence: string): 'review' | 'litigation' | null {
  const whole = sentence.slice(0, partFrom.exec(`${sentence}0`)?.index ?? 0); // the part's number follows
  const [review, lawsuit] = [/复议[^,;]{0,12}\d/.test(whole), /(?:诉讼|应诉|起诉)[^,;]{0,12}\d/.test(whole)];
  if (review === lawsuit || /审理|审结|审查|代理|代市|以[^,]{2,12}为被|(?:办理|办结|受理|承办|收到)[^,]{0,8}复议/.test(whole)) return null;
  return review ? 'review' : 'litigation';
}
/** 发布通告141条,行政处罚379件: what is only published is told among what is published. */
const deciding = /作出|做出|下达|办理|办结|实施|给予|准予|采取|完成|查处|立案|处罚决定|许可决定/;
/** 完成行政许可256件、行政处罚35件的公示: what is published follows. */
const publishedBehind = /^[^,;。(]{0,30}的(?:公示|公开|公布)(?:工作)?(?:[,;。]|$)/;
/** 向报纸、网站投稿,全年发布27篇: printed by others. */
const sentOut = /(?:(?:投稿|供稿)[^,#]{0,2}|(?<![新自融全])媒体(?:刊发|刊登|刊载|播发|报道|\([^()]{1,4}\))+),[^#,]*$/;
/** Whether the clause before says that others print what is counted. */
export const isSentOut = (sentence: string): boolean => sentOut.test(sentence);
const onAccount = ({ platform }: Surroundings): boolean => platform !== null && platform !== 'website' && platform !== 'several';

const tests: Readonly<Record<Need, (s: Surroundings) => boolean>> = {
  applications: (s) =>
    s.frame === 'requests' || (s.frame !== 'documents' && s.frame !== 'information' && s.frame !== 'proposals' && s.applications),
  requests: (s) => s.frame === 'requests' || (s.frame === null && requestsNamed.test(s.sentence)),
  requestsNear: (s) =>
    s.frame === 'requests' || (s.frame === null && (requestsNamed.test(s.sentence) || (s.applications && !otherCases.test(s.sentence)))),
  ogi: (s) => s.ogi,
  documents: (s) => s.frame === 'documents' || documentsMarked.test(s.sentence),
  remedies: (s) => s.frame === 'remedies',
  normative: (s) => s.frame === 'normative',
  training: (s) => (s.frame === 'training' || s.clause.includes('培训')) && !isOtherTraining(s.sentence) && !trainedInTrade.test(s.onwards),
  trainingNamed: (s) => /培训|参训/.test(s.sentence) || /^[^。]*培训/.test(s.onwards),
  meetings: (s) => s.frame === 'meetings' || /论证|听证|座谈/.test(s.sentence),
  posts: (s) => s.frame === 'posts' || s.platform !== null,
  platform: (s) => s.account !== null,
  website: (s) => s.platform === 'website' || onlineWords.test(s.clause),
  // Among the outcomes of requests 已通过网站公开1件 tells of what was asked for.
  site: (s) =>
    !onAccount(s) &&
    !(s.frame === 'requests' && /(?:^|、)已/.test(s.clause)) &&
    !sentOut.test(s.sentence) &&
    (s.frame === 'posts' || publishing.test(s.sentence)),
  social: onAccount,
  openness: (s) => /政务公开|信息公开|公开工作/.test(s.sentence),
  fees: (s) => /处理费|收费通知/.test(s.sentence),
  feesCollected: (s) => /收取[^。;]{0,8}处理费|处理费[^。;]{0,6}收取/.test(s.sentence) && !/[减免退]/.test(s.sentence),
  // 12件申请已答复11件: the number of those closed follows.
  noRecords: (s) => !/数据|记录|档案|主体/.test(s.sentence),
  unreceived: (s) => !/(?:收到|新收|接收|接到)[^。;]{0,30}\d[件宗][^。;]*$/.test(s.sentence),
  undivided: (s) => !/^[^,。;\d]{0,24}(?:答复|办结|办理|回复|处理)(?:了|完|完毕)?\d/.test(s.onwards),
  settled: ({ clause, onwards }) => clause.includes('补正后') || !(asked.test(clause) || asked.test(/^[^。;\d]*/.exec(onwards)?.[0] ?? '')),
  noAttribute: (s) => !sharedOut.test(s.sentence),
  hotline: (s) => s.sentence.includes('12345') && !/(?<!\d)12(?!345)\d{3}(?!\d)/.test(s.sentence),
  noRemedy: (s) => s.frame !== 'remedies',
  decided: (s) => (deciding.test(s.clause) || !publishing.test(s.sentence)) && !publishedBehind.test(s.onwards),
  noInterview: (s) => !/访谈|发布会|记者|直播/.test(s.sentence),
  video: (s) => s.account === 'video' || watched.test(s.sentence) || watched.test(s.behind),
  wechat: (s) => s.platform === 'wechat',
  weibo: (s) => s.account === 'weibo',
  ofReviews: (s) => wholeBefore(s.sentence) === 'review',
  ofLawsuits: (s) => wholeBefore(s.sentence) === 'litigation',
  manyChannels: (s) =>
    (s.here === null && (s.platform === 'several' || !(byColumn.test(s.clause) || (s.platform !== null && ofOneChannel(s))))) ||
    s.here === 'several' ||
    /[等各多种]渠道|多种方式/.test(s.clause),
};

/** Does everything a phrasing needs hold here? */
export const allHold = (needs: readonly Need[], surroundings: Surroundings): boolean => needs.every((need) => tests[need](surroundings));
