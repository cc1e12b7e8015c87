import type { DocumentFormat } from '../../schemas/report.ts';
import { UnreadableError } from './unreadable.ts';

type Format = DocumentFormat | null;

/** Part of the file is missing or makes no sense; `what` names it. */
export const damaged = (what: string, format: Format = null): UnreadableError =>
  new UnreadableError('damaged', `${what}。请重新下载或向发布机关索取`, format);

/** The document opens only with a password. */
export const encrypted = (what: string, format: Format = null): UnreadableError =>
  new UnreadableError('encrypted', `${what}有密码保护。请去掉密码后重新提交`, format);

/** More than any report holds: hostile, or no report. */
export const tooLarge = (what: string, format: Format = null): UnreadableError =>
  new UnreadableError('too_large', `${what}，超出任何年度报告的规模，未读取`, format);

/** A format that is known but has no reader, with what to do instead. */
export const unsupported = (what: string, advice: string, format: Format = null): UnreadableError =>
  new UnreadableError('format_unsupported', `${what}。${advice}`, format);
