import type { CheckResult, Issue } from '../schemas/report.ts';
import { append } from './append.ts';
import type { Extraction } from './extract/index.ts';
import { foldedText } from './folded-text.ts';
import { issue } from './issue.ts';
import type { Doc, Line } from './model.ts';

// What befell a document before it came here (edge-cases). Damage is named; it never changes a number.

/** Characters that GBK bytes read as UTF-8, or the reverse, leave behind. */
const misread = /\ufffd|锟斤拷|[ÃÂ][\u0080-\u00bf]|锛[\u4e00-\u9fff]|鐨[\u4e00-\u9fff]|[?。][ㄒ唬┘訌娬]{2}/;
/** Words that conversion to Traditional script for Taiwan puts in place of the form's own; as printed where folding puts them right. */
const convertedWords: readonly (readonly [RegExp, string])[] = [
  [/规范性档案|主动公开档案/, '档案（文件）'],
  [/政府(?:资讯|資訊)公/, '资讯（信息）'],
];
/** Any of these in a text; without one, none of its lines needs a look. */
const suspicious = new RegExp([misread, ...convertedWords.map(([word]) => word)].map(({ source }) => source).join('|'));
const tableCaption = /^\s*(?:图|表|附图)\s*\d*[:：.\s]*.{0,20}(?:情况表|统计表|情况图)\s*$/;
/** Text of a page whose report is only attached: shorter than any report's own sections. */
const shortText = 400;

/** What single lines show: a table that is a picture, converted wording, characters that were misread. */
function damageOnLines(lines: readonly Line[], noTable: boolean): Issue[] {
  const issues: Issue[] = [];
  let misreadAt: number | null = null;
  for (const { folded, text, n } of lines) {
    if (misreadAt === null && misread.test(folded)) misreadAt = n;
    if (noTable && tableCaption.test(folded)) issues.push(issue('table_as_image', folded.trim(), n));
    for (const [word, name] of convertedWords) {
      if ((word.test(folded) || word.test(text)) && !issues.some(({ code }) => code === 'converted_wording'))
        issues.push(issue('converted_wording', name, n));
    }
  }
  if (misreadAt !== null) issues.push(issue('encoding_damaged', undefined, misreadAt));
  return issues;
}

/** Damage and gaps of a document as issues; the checks tell whether dropped repetitions are suspected (Q01). */
export function findDamage({ lines, hints, script }: Doc, { cells, tables }: Extraction, checks: readonly CheckResult[]): Issue[] {
  const issues: Issue[] = [];
  const noTable = Object.values(tables).every((state) => state === 'none' || state === 'absent');
  if (checks.some(({ id, outcome }) => id === 'Q01' && outcome === 'fail')) issues.push(issue('lines_deduplicated'));
  const blank = cells.filter(({ status }) => status === 'blank').length;
  if (blank > 0) issues.push(issue('blanks_in_table', `${blank}`));
  const text = foldedText(lines);
  if (noTable || script === 'traditional' || suspicious.test(text)) append(issues, damageOnLines(lines, noTable));
  const { attachments } = hints;
  if (noTable && attachments.length > 0 && text.replaceAll('\n', '').length < shortText)
    issues.push(issue('attachment_only', attachments.map(({ name, href }) => `${name} ${href}`).join('; ')));
  return issues;
}
