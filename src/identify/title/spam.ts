import type { NamedTitle } from './titles.ts';

// Betting and video sites copy government pages and put their brand where a place stood (edge-cases: traps).
const brand = /[a-z]{3,}\d*|\d[a-z]{2,}|彩票网|彩金|棋牌|娱乐|直播|博彩|赌|投注|官网|官方网站|视频|葡京|威尼斯人|真人|登录|注册|VIP/i;
const honest = /(?:福利|体育)彩票|彩票(?:管理|发行)/;

/** The spam words in a name that was not understood, or behind the title: 西甲直播林业局; …年度报告-凯发k8首页登录. Null if none. */
export function spamWords(unread: string, title: NamedTitle | null): string | null {
  if (unread !== '' && brand.test(unread) && !honest.test(unread)) return unread;
  const behind = /^[-_—|]+(.{2,30})$/.exec(title?.after ?? '')?.[1];
  return behind !== undefined && brand.test(behind) ? behind : null;
}
