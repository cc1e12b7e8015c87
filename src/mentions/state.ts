import type { Need } from '../../schemas/phrasings.ts';
import { type Platform, together } from './platform.ts';

/** What the last number told was about: an elided object (已办结3件) refers to it. */
export type Frame = 'requests' | 'documents' | 'information' | 'remedies' | 'normative' | 'training' | 'meetings' | 'posts' | 'proposals' | 'other';

/** What is known where a number stands. */
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
  /** Platforms named in the clause since the last number, before it in the sentence, and last in the paragraph. */
  readonly here: readonly Platform[];
  readonly sentencePlatform: Platform | 'several' | null;
  readonly lastPlatform: Platform | null;
}

const publishing = /发布|公开|推送|更新|刊发|发文|推出|编发|上传|刊登|登载|公布|转发|发送|推介|发表|发帖|公示|刊载/;
const requestsNamed = /依申请|信息公开(?:的)?申请|公开申请|申请公开/;

/** Platform of what is published: of the clause, else of the sentence. */
export const platformOf = ({ here, sentencePlatform }: Surroundings): Platform | 'several' | null => together(here) ?? sentencePlatform;

/** Platform of reads and followers: that of the last named account (mentions.md, close calls). */
export const accountOf = (surroundings: Surroundings): Platform | 'several' | null => platformOf(surroundings) ?? surroundings.lastPlatform;

const holds: Readonly<Record<Need, (s: Surroundings) => boolean>> = {
  applications: (s) => s.applications && s.frame !== 'documents' && s.frame !== 'information' && s.frame !== 'proposals',
  requests: (s) => s.frame === 'requests' || (s.frame === null && requestsNamed.test(s.sentence)),
  ogi: (s) => s.ogi,
  documents: (s) => s.frame === 'documents',
  remedies: (s) => s.frame === 'remedies',
  normative: (s) => s.frame === 'normative',
  training: (s) => s.frame === 'training' || /培训/.test(s.clause),
  meetings: (s) => s.frame === 'meetings' || /论证|听证|座谈/.test(s.sentence),
  posts: (s) => s.frame === 'posts' || platformOf(s) !== null,
  platform: (s) => accountOf(s) !== null,
  website: (s) => platformOf(s) === 'website' || /网上|在线|网络|线上|互动|平台|网民|网友/.test(s.clause),
  site: (s) => (platformOf(s) === 'website' || platformOf(s) === 'several' || platformOf(s) === null) && (s.frame === 'posts' || publishing.test(s.sentence)),
  social: (s) => platformOf(s) !== null && platformOf(s) !== 'website' && platformOf(s) !== 'several',
  manyChannels: (s) => {
    const platform = s.here.length > 0 ? together(s.here) : null;
    return platform === null || platform === 'several' || /[等各多种]渠道|多种方式/.test(s.clause);
  },
};

/** Does everything a phrasing needs hold here? */
export const allHold = (needs: readonly Need[], surroundings: Surroundings): boolean => needs.every((need) => holds[need](surroundings));
