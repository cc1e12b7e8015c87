import { issueKinds } from './issues.ts';

/** Why a document is in quarantine, and what to do about it. */
interface QuarantineKind {
  readonly zh: string;
  readonly en: string;
  readonly advice: { readonly zh: string; readonly en: string };
}

type Issues = typeof issueKinds;
/** Codes of documents that cannot be read at all. */
type UnreadableCode = { [Code in keyof Issues]: Issues[Code]['severity'] extends 'error' ? Code : never }[keyof Issues];

const kind = (zh: string, en: string, adviceZh: string, adviceEn: string): QuarantineKind => ({
  zh,
  en,
  advice: { zh: adviceZh, en: adviceEn },
});
const unreadable = (code: UnreadableCode, adviceZh: string, adviceEn: string) =>
  kind(issueKinds[code].zh, issueKinds[code].en, adviceZh, adviceEn);

const again = ['请重新下载，或向发布机关索取', 'Download it again, or ask the office for it'] as const;
const textVersion = [
  '请索取网页、Word、PDF 或文字版，或先做文字识别',
  'Get it as a web page, Word, PDF or text, or recognise the text first',
] as const;
const report = ['请把文件报告给我们', 'Please report it, with the file'] as const;

/** Every code of the table `quarantine`; docs/runbook.md has a heading for each. */
export const quarantineKinds = {
  agency_unresolved: kind(
    '无法确定是哪个机关的报告',
    'Nothing in the document tells whose report it is',
    '请在 <文件>.meta.json 中写明 agency_id',
    'Declare "agency_id" in <file>.meta.json',
  ),
  crash_suspected: unreadable('crash_suspected', ...report),
  damaged: unreadable('damaged', ...again),
  empty_document: unreadable('empty_document', ...again),
  encrypted: unreadable('encrypted', '请去掉密码后重新收入', 'Remove the password and take it in again'),
  format_unsupported: unreadable('format_unsupported', ...textVersion),
  nested_archive: kind(
    '压缩包里的压缩包不会打开',
    'An archive inside an archive is not opened',
    '请解压后收入其中的文件',
    'Unpack it and take in its files',
  ),
  no_text: unreadable('no_text', ...textVersion),
  parser_failed: unreadable('parser_failed', ...report),
  scanned: unreadable('scanned', ...textVersion),
  sidecar_invalid: kind(
    '附带文件 <文件>.meta.json 不合格式',
    'The sidecar <file>.meta.json is not valid',
    '请改正后重新收入',
    'Mend it and take the file in again',
  ),
  too_large: unreadable('too_large', '请拆分压缩包，或只收入报告本身', 'Split the archive, or take in the report alone'),
  unreadable: kind('文件读不了', 'The document could not be read', ...report),
  year_unknown: kind(
    '无法确定是哪一年的报告',
    'The document does not tell which year it reports on',
    '请在 <文件>.meta.json 中写明 year',
    'Declare "year" in <file>.meta.json',
  ),
} as const satisfies Readonly<Record<string, QuarantineKind>>;
