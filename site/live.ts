import { t } from './language.ts';
import type { Here } from './page.ts';
import type { Report } from './published.ts';

const tokenName = 'gongkai-token';

/** The token of the terminal's address, kept for this tab and taken out of the address, so that no shared link carries it. */
function tokenOfPlace(): string | null {
  const address = new URL(location.href);
  const given = address.searchParams.get('token');
  try {
    if (given !== null) {
      sessionStorage.setItem(tokenName, given);
      address.searchParams.delete('token');
      history.replaceState(null, '', address);
    }
    return given ?? sessionStorage.getItem(tokenName);
  } catch {
    return given;
  }
}

/** Whether `gongkai serve` answers here. A static host has the same file, saying no. */
export async function here(alone: boolean): Promise<Here> {
  if (alone || !/^(127\.0\.0\.1|localhost)$/.test(location.hostname)) return { live: false, token: null };
  const answer = await fetch('live.json').catch(() => null);
  const found: unknown = answer?.ok ? await answer.json().catch(() => null) : null;
  const live = typeof found === 'object' && found !== null && 'live' in found && found.live === true;
  return { live, token: live ? tokenOfPlace() : null };
}

/** What the server would not do, in words. */
export class Refused extends Error {
  readonly advice: string;
  constructor(message: string, advice: string) {
    super(message);
    this.advice = advice;
  }
}

type Told = Readonly<Record<string, { readonly message?: string; readonly advice?: string | null } | undefined>>;

/** A request did not get through: the server is gone, or what was dropped cannot be read. */
const unanswered = () =>
  new Refused(
    t('gongkai serve 没有回答。', 'gongkai serve does not answer.'),
    t(
      '请看它是否还在终端里运行；重新启动后，请用它显示的新地址打开。文件夹不能拖入，请拖入其中的文件。',
      'Look whether it still runs in the terminal; started again, it prints a new address to open. A folder cannot be dropped, its files can.',
    ),
  );

async function ask<T>(token: string | null, path: string, body: Blob | string): Promise<T> {
  const answer = await fetch(`../api/${path}`, { method: 'POST', body, headers: { 'X-Gongkai-Token': token ?? '' } }).catch(() => {
    throw unanswered();
  });
  // The answers are of the server that made this page.
  const value = (await answer.json()) as unknown;
  if (answer.ok) return value as T;
  const told = (value as Told)[document.documentElement.lang.startsWith('zh') ? 'zh' : 'en'];
  throw new Refused(told?.message ?? String(answer.status), told?.advice ?? '');
}

/** Answer of a query: at most a thousand rows. */
export interface Answer {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
  readonly more: boolean;
}

// What `gongkai serve` does for a page that has its token; each throws Refused.
/** Run a SELECT. */
export const askSql = (token: string | null, sql: string) => ask<Answer>(token, 'query', sql);
/** Read a file without publishing it. */
export const readDropped = (token: string | null, file: File) => ask<Report>(token, `read?name=${encodeURIComponent(file.name)}`, file);
/** Publish the file with this hash, which was read before. */
export const publishDropped = (token: string | null, sha256: string) =>
  ask<{ readonly outcomes: Readonly<Record<string, number>> }>(token, `publish?sha256=${sha256}`, '');
