import type { Receipt } from '../../src/dataset/records/receipt.ts';
import type { Io } from '../io.ts';
import type { Missing, Reconciled } from '../local/upkeep/reconcile.ts';
import type { Withdrawal } from '../local/upkeep/withdraw.ts';
import { fill, type Text } from './language.ts';

const say = (io: Pick<Io, 'text'>, sentence: Text, values: Readonly<Record<string, string | number>>) => fill(io.text(sentence), values);

/** Documents to be read again, one a line. */
export function chosenText(io: Pick<Io, 'text'>, receipts: readonly Receipt[]): string {
  const head = say(io, { zh: '将重新读取 {count} 个文件：', en: 'Would read {count|file|files} again:' }, { count: receipts.length });
  return [head, ...receipts.map(({ key }) => `  ${key}`)].join('\n');
}

/** What is missing from a dataset, before anything is done about it. */
export function missingText(io: Pick<Io, 'text'>, { files, withoutReceipt, incomplete }: Missing): string {
  const values = { files, lost: withoutReceipt.length, incomplete: incomplete.length };
  const head = say(
    io,
    {
      zh: '查看 {files} 个文件：{lost} 个没有收据；{incomplete} 个机关年度发布不全。',
      en: '{files|file|files} looked at: {lost} without a receipt. {incomplete|agency and year|agencies and years} not whole.',
    },
    values,
  );
  return [head, ...withoutReceipt.map(({ key }) => `  ${key}`), ...incomplete.map(({ agency, year }) => `  ${agency} ${year}`)].join('\n');
}

/** What reconciling did. */
export const reconciledText = (io: Pick<Io, 'text'>, { files, without_receipt, incomplete, failed }: Reconciled, out: string): string =>
  say(
    io,
    {
      zh: '查看 {files} 个文件：补收 {without_receipt} 个，失败 {failed} 个；重新发布 {incomplete} 个机关年度；各表已更新。数据集：{out}',
      en: '{files|file|files} looked at: {without_receipt} had no receipt, {failed} of them failed. {incomplete|agency and year|agencies and years} published again; all tables are up to date. Dataset: {out}',
    },
    { files, without_receipt, incomplete, failed, out },
  );

/** What became of the document; the end of a withdrawal that never was changes no sidecar. */
function becameOf({ sidecars }: Withdrawal, reason: string | null): Text {
  if (reason !== null) return { zh: '{key} 已撤回：{reason}', en: '{key} is withdrawn: {reason}' };
  if (sidecars.length === 0) return { zh: '{key} 并未撤回。', en: '{key} was not withdrawn.' };
  return { zh: '{key} 恢复有效。', en: '{key} is no longer withdrawn.' };
}

/** What a withdrawal, or its end, led to. */
export function withdrawalText(io: Pick<Io, 'text'>, done: Withdrawal, reason: string | null): string {
  const [key = ''] = done.keys;
  const now =
    done.agency_id === null
      ? null
      : done.winner === null
        ? { zh: '{agency} {year} 现在没有发布的报告。', en: 'Nothing is published for {agency} {year} now.' }
        : { zh: '{agency} {year} 现在发布的是 {winner}', en: 'Published for {agency} {year} now: {winner}' };
  const values = { key, reason: reason ?? '', agency: done.agency_id ?? '', year: done.year ?? '', winner: done.winner ?? '' };
  const sidecars = done.sidecars.map((path) => `  ${path}`);
  const head = io.text({ zh: '附带文件：', en: 'Sidecars:' });
  return [
    say(io, becameOf(done, reason), values),
    ...(now ? [say(io, now, values)] : []),
    ...(sidecars.length > 0 ? [head, ...sidecars] : []),
  ].join('\n');
}
