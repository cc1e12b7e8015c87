import { mentionKind } from '../../schemas/mentions.ts';
import { accountOf, type Frame, platformOf, type Surroundings } from './state.ts';

/** What is remembered about earlier numbers, to resolve parts: 其中网上申请83宗 of those received or of those closed. */
export interface Memory {
  readonly stage: 'received' | 'processed';
  readonly remedy: string;
}

const noun = /信息|文章|稿|推文|博文|图文|消息|资讯|作品|视频|微博|微信|《/;

const verbs = /(收到|新收|接收|接到|受理)|(办结|答复|办理|回复|处理)/g;

/** Received or closed: by the last verb of the clause, else as the last whole. */
function stageOf(clause: string, memory: Memory): Memory['stage'] {
  const last = [...clause.matchAll(verbs)].at(-1);
  return last === undefined ? memory.stage : last[1] === undefined ? 'processed' : 'received';
}

function post(surroundings: Surroundings): string | null {
  const platform = platformOf(surroundings);
  if (platform === null && !noun.test(surroundings.clause) && !noun.test(surroundings.behind)) return null;
  if (platform === 'social') return 'posts.social_total';
  if (platform === 'website' || platform === 'wechat' || platform === 'weibo') return `posts.${platform}`;
  return 'posts.other';
}

/** Fill the open part of a code from the surroundings; null where that gives no code of the closed list. */
export function resolveCode(code: string, surroundings: Surroundings, memory: Memory): string | null {
  const account = accountOf(surroundings);
  const code_ = code.startsWith('posts.@')
    ? post(surroundings)
    : code.startsWith('applications.@@')
      ? code.replace('@@', stageOf(surroundings.clause, memory) === 'received' ? 'new_received' : 'processed_total')
      : code.startsWith('applications.@')
        ? code.replace('@', stageOf(surroundings.clause, memory))
        : code.startsWith('remedies.@')
          ? code.replace('@', memory.remedy)
          : code === 'views.@'
            ? `views.${account === 'video' ? 'video_series' : account}`
            : code.replace('@', account ?? '');
  return code_ !== null && mentionKind(code_) !== null ? code_ : null;
}

const frames: readonly (readonly [RegExp, Frame])[] = [
  [/^applications\./, 'requests'],
  [/^documents\./, 'documents'],
  [/^remedies\./, 'remedies'],
  [/^disclosure\.(?:normative|regulations)/, 'normative'],
  [/^training\./, 'training'],
  [/^consultation\./, 'meetings'],
  [/^(?:posts|views|followers|visitors)\./, 'posts'],
  [/^proposals\./, 'proposals'],
];

/** What a code leaves as the matter under discussion. */
export const frameOf = (code: string): Frame => frames.find(([pattern]) => pattern.test(code))?.[1] ?? 'other';

/** Remember the wholes whose parts may follow. */
export function remember(code: string, memory: Memory): Memory {
  if (code === 'applications.new_received') return { ...memory, stage: 'received' };
  if (code === 'applications.processed_total') return { ...memory, stage: 'processed' };
  const remedy = /^remedies\.([a-z_]+)\.total$/.exec(code)?.[1];
  return remedy === undefined ? memory : { ...memory, remedy };
}
