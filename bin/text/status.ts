import { codeLists } from '../../schemas/codes.ts';
import type { FoundDocument } from '../../src/dataset/upkeep/find-documents.ts';
import type { Group, Status } from '../../src/dataset/upkeep/status.ts';
import type { WinnerReason } from '../../src/dataset/winner/claims.ts';
import type { Io } from '../io.ts';
import { codeLabel } from './code-labels.ts';
import { fill, type Text } from './language.ts';
import { quarantineText } from './quarantine.ts';
import { type TableColumn, table } from './table.ts';

/** What a dataset folder holds, and whether a run was cut short. */
export interface DatasetStatus extends Status {
  readonly dataset: string;
  readonly unfinished: boolean;
}

const unfinished: Text = {
  zh: '有一次收入还没有汇总（中断了，或正在进行）：再次运行 gongkai ingest 或 gongkai reconcile 即可完成。',
  en: 'A run has not compacted what it took in: it was cut short, or is at it still. gongkai ingest or gongkai reconcile completes it.',
};

const winning: Readonly<Record<WinnerReason | 'withdrawn', Text>> = {
  only_candidate: { zh: '唯一的文件', en: 'the only document' },
  not_withdrawn: { zh: '另一份已撤回', en: 'another was withdrawn' },
  explicit_correction: { zh: '声明为更正', en: 'declared as a correction' },
  more_checks_passed: { zh: '成立的核对更多', en: 'more checks hold' },
  more_cells: { zh: '数字更多', en: 'more numbers' },
  complete_report: { zh: '全文优于统计表', en: 'a whole report before a form alone' },
  source_authority: { zh: '来源更权威', en: 'a better source' },
  format: { zh: '格式更可靠', en: 'a surer format' },
  published_later: { zh: '公布日期更晚', en: 'published later' },
  lowest_sha256: { zh: '其他相同，哈希最小', en: 'alike in all else; lowest hash' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
};

const lists: Readonly<Record<Group['outcome'], Readonly<Record<string, Text>>>> = {
  published: winning,
  superseded: winning,
  not_a_report: codeLists.report_kind,
  quarantined: {},
};

/** The reason of a group in the reader's words; codes of quarantine stay codes, to be selected by. */
function reasonText(io: Io, { outcome, reason }: Group): string {
  const text = reason === null ? undefined : lists[outcome][reason];
  return text ? io.text(text) : (reason ?? '');
}

/** What was received and what became of it, for a person at a terminal. */
export function statusView(io: Io, status: DatasetStatus): string {
  const heads: TableColumn[] = [
    { title: io.text({ zh: '结果', en: 'outcome' }) },
    { title: io.text({ zh: '文件', en: 'documents' }), align: 'right' },
    { title: io.text({ zh: '原因', en: 'reason' }) },
    { title: io.text({ zh: '例如', en: 'for example' }) },
  ];
  const rows = status.groups.map((group) => [
    codeLabel(io, 'outcome', group.outcome),
    String(group.documents),
    reasonText(io, group),
    [group.example, group.message && quarantineText(io, group.reason, group.message)].filter((part) => part !== null).join(': '),
  ]);
  const { titles, rule, rows: lines } = table(heads, rows, io.width);
  const versions = Object.entries(status.parser_versions).map(([version, count]) => `${version} (${count})`);
  const line = io.text({
    zh: '收到 {received} 份，其中不同的文件 {documents} 个',
    en: '{received|file|files} received, {documents|different document|different documents}',
  });
  return [
    `${io.style('bold', status.dataset)}  ${fill(line, { received: status.received, documents: status.documents })}`,
    // Before the first compaction nothing is known of any document.
    ...(rows.length > 0 ? ['', ...titles, io.style('dim', rule), ...lines] : []),
    ...(versions.length > 0 ? ['', `${io.text({ zh: '解析器版本', en: 'parser versions' })}: ${versions.join(', ')}`] : []),
    ...(status.unfinished ? [io.text(unfinished)] : []),
  ].join('\n');
}

/** What became of one document, and why. */
export function documentView(io: Io, { entry, history }: FoundDocument): string {
  const { provenance, effective, sightings } = history;
  const recorded = entry.quarantine?.message ?? null;
  const told = recorded === null ? null : quarantineText(io, entry.reason, recorded);
  const lines: (readonly [Text, string | null])[] = [
    [{ zh: '结果', en: 'outcome' }, `${codeLabel(io, 'outcome', entry.outcome)}${entry.reason ? ` (${entry.reason})` : ''}`],
    [{ zh: '原因', en: 'why' }, told],
    [{ zh: '原记录', en: 'as recorded' }, recorded === told ? null : recorded],
    [{ zh: '收入为', en: 'received as' }, provenance.keys.join('\n')],
    [{ zh: '次数', en: 'times' }, sightings.length > 1 ? String(sightings.length) : null],
    [{ zh: '机关', en: 'agency' }, entry.agency_id],
    [{ zh: '年度', en: 'year' }, entry.year === null ? null : String(entry.year)],
    [{ zh: '来源', en: 'source' }, entry.source_url],
    [{ zh: '解析器', en: 'parser' }, entry.parser_version],
    [{ zh: '候选', en: 'candidate' }, effective?.candidate ?? null],
  ];
  const shown = lines.flatMap(([label, value]) => (value === null ? [] : [`  ${io.text(label)}: ${value.replaceAll('\n', '\n    ')}`]));
  return [io.style('bold', `${entry.names[0] ?? ''}  ${entry.sha256}`), ...shown].join('\n');
}
