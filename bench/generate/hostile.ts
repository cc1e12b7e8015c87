import { createRandom } from './random.ts';

/** A document made to waste time or memory; made when asked for, as some are large. */
export interface HostileDocument {
  readonly name: string;
  readonly bytes: () => Uint8Array;
}

const text = (name: string, make: () => string): HostileDocument => ({ name, bytes: () => Buffer.from(make(), 'utf8') });
const many = (piece: string, count: number) => piece.repeat(count);

const opening = '示例县财政局2022年政府信息公开工作年度报告\n一、总体情况\n平稳。\n二、主动公开政府信息情况\n';
const applications =
  '三、收到和处理政府信息公开申请情况\n申请人情况\n自然人\n法人或其他组织\n总计\n商业企业\n科研机构\n社会公益组织\n法律服务机构\n其他\n';

/** A row of table 3 with more digits than any sum can tell apart. */
const digits = (count: number) => {
  const random = createRandom(count, 'digits');
  return Array.from({ length: count }, () => random.int(0, 9)).join('');
};

const rows = [
  '一、本年新收政府信息公开申请数量',
  '二、上年结转政府信息公开申请数量',
  '（一）予以公开',
  '1.属于国家秘密',
  '2.重复申请',
  '（七）总计',
  '四、结转下年度继续办理',
];

function junk(count: number): Uint8Array {
  const random = createRandom(count, 'junk');
  return Uint8Array.from({ length: count }, () => random.int(0, 255));
}

/** Large, deep, endless, or without end tags: what a reader must get through, or refuse, in bounded time and memory. */
export const hostileDocuments: readonly HostileDocument[] = [
  { name: 'empty', bytes: () => new Uint8Array(0) },
  text('blanks', () => many(' \n', 100_000)),
  text('columns beside columns', () => many(`${many('甲    ', 800)}\n`, 600)),
  { name: 'junk', bytes: () => junk(1_000_000) },
  { name: 'zeros', bytes: () => new Uint8Array(1_000_000) },
  { name: 'half a character', bytes: () => Buffer.from(opening, 'utf8').subarray(0, 31) },
  { name: 'odd UTF-16', bytes: () => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(opening, 'utf16le').subarray(0, 61)]) },
  { name: 'lone surrogates', bytes: () => Buffer.from(`\uFEFF${opening}${many('\uD800', 1000)}`, 'utf16le') },
  text('48 MB of report', () => many(`${opening}规章\n0\n0\n0\n`, 250_000)),
  text('48 MB of prose', () => many('本机关办理申请3件，答复2件。', 1_150_000)),
  text('51 MB', () => many('一', 17_000_000)),
  text('one line of 10 MB', () => `${opening}${many('公开', 1_700_000)}`),
  text('100,000 cells in rows of 100', () => `${opening}<table>${many(`<tr>${many('<td>0</td>', 100)}</tr>`, 1000)}</table>`),
  text('100,000 rows', () => `${opening}<table>${many('<tr><td>规章</td><td>0</td></tr>', 100_000)}</table>`),
  text(
    'huge spans',
    () =>
      `${opening}<table>${many('<tr><td colspan=100000 rowspan=100000>规章</td><td colspan=-1>0</td><td colspan=1e9>0</td></tr>', 500)}</table>`,
  ),
  text('nothing closed', () => `<html>${opening}${many('<table><tr><td>规章<p>', 30_000)}`),
  text('deep nesting', () => `${many('<div>', 200_000)}${opening}`),
  text('deep tables', () => `${many('<table><tr><td>', 20_000)}${opening}${many('</td></tr></table>', 20_000)}`),
  text('100,000 links', () => `${opening}${many('<a href="/x.docx">2022年政府信息公开工作年度报告</a>', 100_000)}`),
  text('one tag of 10 MB', () => `<div title="${many('x', 10_000_000)}">${opening}`),
  text('100,000 attributes', () => `<div ${many('a=1 ', 100_000)}>${opening}`),
  text('comment without end', () => `<html><body>${opening}<!-- ${many('-', 1_000_000)}`),
  text('script without end', () => `<html><body>${opening}<script>${many('<td>', 300_000)}`),
  text('entities', () => `<p>${many('&nbsp;&#x4e00;&', 200_000)}</p>${opening}`),
  text('pipes', () => many('|', 3_000_000)),
  text('pipes in rows', () => many(`${many('|', 300)}\n`, 10_000)),
  text('tabs', () => many('\t', 3_000_000)),
  text('digits', () => `${opening}${applications}${digits(2_000_000)}`),
  text('digits in rows', () => `${opening}${applications}${many(rows.map((row) => `${row}${digits(400)}\n`).join(''), 40)}`),
  text('run of zeros', () => `${opening}${applications}${rows.map((row) => `${row}${many('0', 5000)}\n`).join('')}`),
  text('short runs', () => `${opening}${applications}${rows.map((row) => `${row}${many('1', 40)}\n`).join('')}`),
  text('brackets', () => `${opening}${many('（', 500_000)}`),
  text('enumerators', () => `${opening}${many('一、', 500_000)}`),
  text('beginnings of labels', () => `${opening}${many('本年新收政府信息公开申请', 100_000)}`),
  text('labels', () => `${opening}${many('第二十条第（一）项信息内容本年制发件数', 50_000)}`),
  text(
    'words above the figures of table 4',
    () => `${opening}四、政府信息公开行政复议、行政诉讼情况\n${many('其他结果', 50)}。\n${many('0 ', 15)}\n`,
  ),
  text('headings', () => many('一、总体情况\n二、主动公开政府信息情况\n', 100_000)),
  text(
    'one row 100,000 times',
    () => `${opening}第二十条第（一）项\n信息内容\n本年制发件数\n本年废止件数\n现行有效件数\n${many('规章 0 0 0\n', 100_000)}`,
  ),
  text('titles', () => many('某某市财政局2022年政府信息公开工作年度报告\n', 100_000)),
  text('one title of 1 MB', () => `${many('某某市', 100_000)}财政局2022年政府信息公开工作年度报告\n${opening}`),
  text('organs', () => `${opening}${many('某某市财政局', 200_000)}`),
  text('dates', () => `${opening}${many('2022年1月1日', 200_000)}`),
  text('years', () => `${opening}${many('2022', 500_000)}年度报告`),
  text('numbers in one sentence', () => `${opening}${many('收到申请3件，', 100_000)}`),
  text('numbers side by side', () => `${opening}2022年，${many('3件', 200_000)}。`),
  text('figures before a sentence', () => `${opening}${many('7 ', 200_000)}\n本年行政复议维持3件，纠正1件。\n`),
  text('figures in one cell', () => {
    const head =
      '| 申请人情况 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |\n|---|---|---|---|---|---|---|---|\n';
    return `${opening}三、收到和处理政府信息公开申请情况\n${head}| （一）予以公开 | 附件 ${many('7 ', 200_000)}| 1 | 2 | 3 | 4 | 5 | 6 |\n`;
  }),
  text('heads over a row that leaves cells empty', () => {
    const heads = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'].join('  ');
    return `${opening}三、收到和处理政府信息公开申请情况\n${many(`${many(' ', 30)}${heads}\n一、本年新收政府信息公开申请数量   1                                                          1\n`, 20_000)}`;
  }),
  text('a figure a line behind table 3', () => `${opening}${applications}${many('7\n', 150_000)}`),
  text('blanks inside a label', () => `${opening}${applications}自然${many(' ', 300_000)}人\n`),
  text('names of accounts', () => `${opening}微信${many('“甲乙”、', 100_000)}。收到申请3件。`),
  text('captions of tables that are pictures', () => `${opening}${many('图1 情况表\n', 300_000)}`),
  text('dots', () => `${opening}${many('1.', 500_000)}`),
  text('dashes', () => `${opening}${many('- ', 500_000)}`),
  text('spaces inside', () => `${opening}规章${many(' ', 2_000_000)}0`),
  text('full-width spaces', () => `${opening}${many('　', 1_000_000)}规章`),
  text(
    'a drawn table of 60,000 columns',
    () => `${opening}${many(`+${many('--+', 60_000)}\n|${many('0 |', 60_000)}\n`, 3)}+${many('--+', 60_000)}\n`,
  ),
  text('numerals', () => `${opening}${many('一', 200_000)}\0收到申请3件。`),
  text('dashes in a cell', () => `${opening}| ${many('-', 200_000)} | 1 |`),
  text('brackets in a cell', () => `${opening}${applications}| ${many('(', 200_000)} | 1 |`),
  text(
    'blanks behind an ordinal',
    () => `${opening}信息内容 本年制发件数 本年废止件数 现行有效件数\n规章 0 0 0\n\n①${many('\t', 100_000)}`,
  ),
  text('tables without end in a text', () => `${opening}${many('<table>\t', 100_000)}`),
  text('preformatted without end', () => `<html><body>${opening}</pre>${many('<pre>', 100_000)}`),
  text('names of styles', () => `<html><body>${opening}<p>${many('text-decoration', 20_000)}</p>`),
  text('mail headers', () => `MIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n${many('a: b\n', 200_000)}`),
  text(
    'parts without end',
    () => `MIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n\n${many('--x\nContent-Type: text/html\n\n<p>', 30_000)}`,
  ),
];
