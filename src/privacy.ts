import type { Report, ReportCell } from '../schemas/report.ts';
import { compoundSurnames, surnames } from '../schemas/surnames.ts';

// The privacy filter of contract 1: what identifies a private person becomes █ of the same length, so that lines and
// offsets stay true. Office telephones and official mail addresses of organs stay: they were published to be used.

const cover = (found: string) => found.replace(/[^\s]/g, '█');

const mobile = '1[3-9]\\d[-\\s]?\\d{4}[-\\s]?\\d{4}';
/** After a word for a telephone any mobile number goes; elsewhere one that no unit makes a quantity. */
// Starts from the digits: checking them is quicker than checking what stands before them.
const calledMobile = new RegExp(
  `(?=${mobile}(?!\\d))(?<!\\d)(?<=(?:电话|手机|号码|联系方式|热线|咨询|联系|致电|来电|拨打|短信|微信|Tel|tel|TEL)[^\\d\\n]{0,12})${mobile}`,
  'g',
);
const looseMobile = new RegExp(
  `(?<![\\d.,，．\\u4e00-\\u9fff])(?:(?:\\+|00)?86[-\\s]?)?${mobile}(?![\\d.．]|\\s*[元万亿件条次项人宗份个%％])`,
  'g',
);
const identity = /(?<![\dA-Za-z])[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXxＸｘ](?![\dA-Za-z])/g;
const oldIdentity = /(?=\d{15}(?!\d))(?<=身份证[^\d\n]{0,8})\d{15}/g;
/** Mail providers that private persons use. */
const providers =
  'qq|vip\\.qq|foxmail|163|126|yeah|vip\\.163|sina|vip\\.sina|sohu|gmail|googlemail|hotmail|outlook|live|msn|yahoo|icloud|me|139|189|188|wo|21cn|tom|aliyun|263|eyou|139vip';
const mail = new RegExp(`[A-Za-z0-9._%+-]{1,64}[@＠](?:${providers})\\.(?:com\\.cn|com\\.hk|com|cn|net)(?![A-Za-z0-9])`, 'gi');

const single = `[${surnames}]`;
const family = `(?:${compoundSurnames.join('|')}|${single})`;
const blank = '[ \\t\\u3000]';
const labels =
  '(?:联系人|申请人|姓名|经办人|承办人|负责人|责任人|举报人|投诉人|信访人|上访人|当事人|来访人|委托人|代理人|法定代表人|法人代表|收件人|寄件人|收款人|户主|受益人|死者|伤者|患者|考生|学生|原告|起诉人|复议申请人|填表人|填报人|制表人|审核人|发言人|撰稿人?|作者|编辑|记者)';
const after =
  '[,，。;；、:：)）（(\\]】/|｜\\n]|$|电话|手机|联系|先生|女士|同志|男|女|身份证|地址|邮箱|\\.[A-Za-z0-9]|于|诉|因|提出|不服|等|的|对|向|就';
/** What may follow a name: a sign, a word that goes on after a person, a gap, the next label. */
const boundary = `(?=${blank}*(?:${after})|${blank}{2}|${blank}(?:${labels}|[^\\u4e00-\\u9fff]))`;
/** 联系人：张三. After a colon or in the next cell any short name is one, unless it names an office. */
const office =
  '(?!自然人|法人|商业|科研|公益|法律|其他|其它|公民|本人|无|空)(?![^\\s,，。;；]{0,8}(?:室|科|处|局|委|办|部|中心|组|股|站|院|所|厅|公司|单位|机关|人员|情况|总计|合计|数量|申请|管理员|网))';
const labelled = new RegExp(
  `(?<=${labels}(?:姓名)?${blank}*(?:[:：]|[|｜\\t])${blank}*)${office}[\\u4e00-\\u9fff](?:[ \\u3000]?[\\u4e00-\\u9fff×某·xX*]){1,3}${boundary}`,
  'g',
);
/** 申请人王某某不服: without a colon only what begins with a family name. */
const named = new RegExp(
  `(?<=${labels}${blank}*)${family}(?:[\\u4e00-\\u9fff]?[某×]{1,2}|(?:[ \\u3000]?[\\u4e00-\\u9fff×某*]){1,2}${boundary})`,
  'g',
);
const addressed = new RegExp(`(?<=^|[^\\u4e00-\\u9fff]|[与和向由找请为是及])${family}[\\u4e00-\\u9fff某×]{0,2}(?=先生|女士)`, 'g');
/** Words that begin like a family name: 申请人应当, 负责人任期. */
const words =
  /^(?:应当|应该|于|满意|任期|任职|相关|有关|何时|和|向|单位|时|成功|明确|全部|方可|方能|解释|查询|连续|关于|来访|来电|来信|包括|强烈|平均|计入|都|信息|公开|公民|利益|权利|权益|国籍|云|元|原因|支付|修改|商业|全体|路|项|简称|明|惠|阳)|(?:组长|主任|局长|科长|处长|书记|成员|领导|人员|工作|情况)$/;

const anyLabel = new RegExp(labels);
const anyAddress = /先生|女士/;

function withoutNames(text: string): string {
  const hide = (found: string) => (words.test(found) ? found : cover(found));
  const unlabelled = anyLabel.test(text) ? text.replace(labelled, cover).replace(named, hide) : text;
  return anyAddress.test(unlabelled) ? unlabelled.replace(addressed, cover) : unlabelled;
}

/** Shorter texts, as most cells are, have room for no name and no number. */
const shortest = 3;

/** Redact a text. In a line that holds table cells, digits are cells' unless a word calls them a telephone. */
export function redactText(text: string, holdsCells = false): string {
  if (text.length < shortest) return text;
  const called = /\d{3}/.test(text) ? text.replace(calledMobile, cover).replace(oldIdentity, cover) : text;
  const numbered = holdsCells || !/\d{4}/.test(called) ? called : called.replace(looseMobile, cover).replace(identity, cover);
  const mailed = /[@＠]/.test(numbered) ? numbered.replace(mail, cover) : numbered;
  return withoutNames(mailed);
}

/** Behind a word of a file name; in a text such digits may be those of several cells. */
const mobileBehindWord = new RegExp(`(?<=[\\u4e00-\\u9fff])${mobile}(?!\\d|\\s*[元万亿件条次项人宗份个%％])`, 'g');

/** A file name; its ending is not part of a number. */
export function redactName(name: string): string {
  const ending = /\.[A-Za-z0-9]{1,5}$/.exec(name)?.[0] ?? '';
  return redactText(name.slice(0, name.length - ending.length).replace(mobileBehindWord, cover)) + ending;
}

function redactLines(text: string, firstLine: number, cellLines: ReadonlySet<number>): string {
  return text
    .split('\n')
    .map((line, at) => redactText(line, cellLines.has(firstLine + at)))
    .join('\n');
}

/** The items with some of them changed; where none is, the very same list, which it mostly is. */
function withChanges<T>(items: T[], change: (item: T) => T): T[] {
  let changed: T[] | null = null;
  for (const [at, item] of items.entries()) {
    const one = change(item);
    if (one !== item) changed ??= items.slice(0, at);
    changed?.push(one);
  }
  return changed ?? items;
}

function withChange<T extends object>(item: T, changes: Partial<T>): T {
  for (const name in changes) if (changes[name] !== item[name]) return { ...item, ...changes };
  return item;
}

// Cells and messages are many: what does not change costs no object.
function redactCell(cell: ReportCell): ReportCell {
  const { raw, raw_label } = cell;
  const covered = raw === null ? null : redactText(raw, true);
  const label = raw_label === undefined ? undefined : redactText(raw_label);
  if (covered === raw && label === raw_label) return cell;
  return label === undefined ? { ...cell, raw: covered } : { ...cell, raw: covered, raw_label: label };
}

function redactMessage<T extends { readonly message: string }>(said: T): T {
  const message = redactText(said.message, true);
  return message === said.message ? said : { ...said, message };
}

/** Lines that hold cells with something printed in them. */
function linesOf(cells: readonly ReportCell[]): ReadonlySet<number> {
  const lines = new Set<number>();
  for (const { line, raw } of cells) if (line !== null && raw) lines.add(line);
  return lines;
}

/**
 * A report as it may be published: personal data in its text, snippets, raw cells, labels, messages and document name
 * become `█` of the same length (contract 1). Nothing else changes; the report itself is not touched, and is answered
 * where there is nothing to redact.
 */
export function redactReport(report: Report): Report {
  const cellLines = linesOf(report.cells);
  const sections = withChanges(report.sections, (section) => {
    const { heading, text, first_line } = section;
    return withChange(section, { heading: redactText(heading), text: redactLines(text, first_line, cellLines) });
  });
  const snippetIn = (n: number, offset: number, snippet: string) => {
    const at = report.sections.findIndex((section) => section.n === n && section.text.startsWith(snippet, offset));
    return sections[at]?.text.slice(offset, offset + snippet.length) ?? redactText(snippet);
  };
  const { document, report: meta } = report;
  return withChange(report, {
    document: withChange(document, { name: redactName(document.name) }),
    report: withChange(meta, { title: meta.title === null ? null : redactText(meta.title) }),
    cells: withChanges(report.cells, redactCell),
    mentions: withChanges(report.mentions, (mention) => {
      const { section, offset, snippet } = mention;
      return withChange(mention, { snippet: snippetIn(section, offset, snippet) });
    }),
    sections,
    checks: withChanges(report.checks, redactMessage),
    issues: withChanges(report.issues, redactMessage),
  });
}
