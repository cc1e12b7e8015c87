import type { Io } from '../io.ts';
import type { Ingested } from '../local/ingest/tally.ts';
import { fill } from './language.ts';
import { quarantineText } from './quarantine.ts';

/** Documents in quarantine that are named one by one. */
const named = 20;

/** What came of an ingest in one paragraph. */
export function summary(io: Pick<Io, 'text'>, { files, unchanged, outcomes, failed }: Ingested, out: string): string {
  const { candidate, not_a_report: others, quarantined, container } = outcomes;
  const values = { files, candidate, others, container, quarantined, unchanged, failed, out };
  const main = io.text({
    zh: '{files} 个文件：{candidate} 份报告，{others} 份不是年度报告，{container} 个压缩包，{quarantined} 份被隔离，{unchanged} 个未变。',
    en: '{files|file|files}: {candidate|report|reports}, {others|no annual report|no annual reports}, {container|archive|archives}, {quarantined} in quarantine, {unchanged} unchanged. ',
  });
  const lost = io.text({ zh: '{failed} 个读不了。', en: '{failed} could not be taken in. ' });
  return fill(`${main}${failed > 0 ? lost : ''}${io.text({ zh: '数据集：{out}', en: 'Dataset: {out}' })}`, values);
}

/** The documents that went into quarantine in this run, one a line, with what is wrong. */
export function quarantineNotes(io: Pick<Io, 'language' | 'text'>, { quarantined }: Pick<Ingested, 'quarantined'>): string[] {
  const lines = quarantined
    .slice(0, named)
    .map(({ key, code, message }) => `  ${key}: ${quarantineText(io, code, message ?? '')} (${code})`);
  const more = quarantined.length - lines.length;
  if (lines.length === 0) return [];
  const rest = io.text({ zh: `  另有 ${more} 份，见 gongkai status`, en: `  and ${more} more: gongkai status` });
  return [io.text({ zh: '被隔离的文件：', en: 'In quarantine:' }), ...lines, ...(more > 0 ? [rest] : [])];
}
