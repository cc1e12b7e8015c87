import { mentionKind } from '../../schemas/mentions.ts';
import { lastMatch } from '../matches.ts';
import { type Frame, isSentOut, type Surroundings } from './state.ts';

/** What is remembered about earlier numbers, to resolve parts: 其中网上申请83宗 of those received or of those closed. */
export interface Memory {
  readonly stage: 'received' | 'processed';
  readonly remedy: string;
}

const noun = /信息|文章|稿|推文|博文|图文|消息|资讯|作品|视频|微博|微信|《/;

const verbs = /(收到|新收|接收|接到|受理)|(办结|答复|办理|回复|处理)/g;
const closing = /办结|答复|办理|回复|处理/;

/** 从申请方式看: how requests were filed, whatever was told of them before. */
const filedBy = /(?:申请|提出|提交)的?(?:方式|渠道|途径|形式)/;

/** Received or closed: by the last verb of the clause, by what the sentence shares out, else as the last whole. */
function stageOf({ clause, sentence }: Surroundings, memory: Memory): Memory['stage'] {
  const last = lastMatch(clause, verbs);
  if (last === null) return filedBy.test(sentence) && !closing.test(sentence) ? 'received' : memory.stage;
  return last[1] === undefined ? 'processed' : 'received';
}

function post(surroundings: Surroundings): string | null {
  const { platform, frame, clause, here, sentence } = surroundings;
  // 在各级媒体刊发稿件159篇,其中市级以上72篇: printed by others, as the whole is.
  if (frame === 'press' && here === null && clause.startsWith('其中')) return null;
  if (here === null && isSentOut(sentence)) return null;
  const isElided = !noun.test(clause) && !noun.test(surroundings.behind);
  // 发布政策解读135篇,门户网站发布25篇: some of the interpretations.
  if (isElided && (platform === null || frame === 'interpretation')) return null;
  if (platform === 'social') return 'posts.social_total';
  if (platform === 'website' || platform === 'wechat' || platform === 'weibo') return `posts.${platform}`;
  return 'posts.other';
}

function filled(code: string, surroundings: Surroundings, memory: Memory): string | null {
  const { account } = surroundings;
  if (code === 'posts.@') return post(surroundings);
  if (code === 'views.@' && account === 'video') return 'views.video_series';
  if (code.startsWith('remedies.')) return code.replace('@', memory.remedy);
  const stage = stageOf(surroundings, memory);
  if (code.startsWith('applications.@@')) return code.replace('@@', stage === 'received' ? 'new_received' : 'processed_total');
  return code.replace('@', code.startsWith('applications.') ? stage : (account ?? ''));
}

/** Fill the open part of a code from the surroundings; null where that gives no code of the closed list. */
export function resolveCode(code: string, surroundings: Surroundings, memory: Memory): string | null {
  if (!code.includes('@')) return code;
  const found = filled(code, surroundings, memory);
  return found !== null && mentionKind(found) !== null ? found : null;
}

const frames: readonly (readonly [RegExp, Frame])[] = [
  [/^applications\./, 'requests'],
  [/^documents\./, 'documents'],
  [/^remedies\./, 'remedies'],
  [/^disclosure\.(?:normative|regulations)/, 'normative'],
  [/^training\./, 'training'],
  [/^consultation\.(?:meetings|attendances)/, 'meetings'],
  [/^(?:posts|views|followers|visitors)\./, 'posts'],
  [/^proposals\./, 'proposals'],
  [/^interpretation\./, 'interpretation'],
];

/** What a code leaves as the matter under discussion; 其中主动公开N条 of the information made stays within it. */
export function frameOf(code: string, before: Frame | null): Frame {
  if (code === 'disclosure.documents_disclosed' && before === 'information') return before;
  return frames.find(([pattern]) => pattern.test(code))?.[1] ?? 'other';
}

const parts: ReadonlySet<string> = new Set(['litigation_direct', 'litigation_after_review']);

/** Remember the wholes whose parts may follow. */
export function remember(code: string, memory: Memory): Memory {
  if (code === 'applications.new_received') return { ...memory, stage: 'received' };
  if (code === 'applications.processed_total') return { ...memory, stage: 'processed' };
  const remedy = /^remedies\.([a-z_]+)\.total$/.exec(code)?.[1];
  if (remedy === undefined) return memory;
  // Behind both of its parts the whole is meant: 直接起诉3件、复议后起诉2件,判决维持4件.
  const isOtherPart = parts.has(remedy) && parts.has(memory.remedy) && remedy !== memory.remedy;
  return { ...memory, remedy: isOtherPart ? 'litigation' : remedy };
}
