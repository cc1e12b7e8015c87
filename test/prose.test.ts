import { describe, expect, it } from 'vitest';
import { parseDocument } from '../src/parse.ts';

// Narrative that stands in the cells of a table, as pages laid out with tables print it.

const title = '云山县水利局2016年政府信息公开工作年度报告';
const told = [
  '2016年，我局主动公开政府信息312条，其中门户网站公开208条。',
  '全年共收到政府信息公开申请15件，其中网络申请9件。已答复15件。',
  '因政府信息公开被申请行政复议2件，行政诉讼1件。',
];
const expected = [
  'disclosure.documents_disclosed=312',
  'posts.website=208',
  'applications.new_received=15',
  'applications.received_online=9',
  'applications.processed_total=15',
  'remedies.review.total=2',
  'remedies.litigation.total=1',
];

const mentionsOf = async (page: string, name: string) => {
  const { report } = await parseDocument(new TextEncoder().encode(page), { name });
  for (const { section, offset, snippet } of report.mentions)
    expect(report.sections.find(({ n }) => n === section)?.text.slice(offset, offset + snippet.length)).toBe(snippet);
  return report.mentions.map(({ code, value }) => `${code}=${value}`);
};

const tableOf = (rows: readonly (readonly string[])[]) =>
  `<table>${rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`;

describe('prose in the cells of a table', () => {
  it('is read beside the heading of each section', async () => {
    const rows = told.map((text, at) => [`${'一二三'[at]}、工作情况`, text]);
    expect(await mentionsOf(`<h1>${title}</h1>${tableOf(rows)}`, 'a.html')).toEqual(expected);
  });

  it('is read beside the navigation of a page', async () => {
    const article = [title, ...told].map((text) => `<p>${text}</p>`).join('');
    expect(await mentionsOf(tableOf([['<p>首页</p><p>政务公开</p>', article]]), 'a.html')).toEqual(expected);
  });

  it('is read between the borders of a text', async () => {
    expect(await mentionsOf(`${title}\n| 首页 政务公开 | ${told.join(' ')} |\n`, 'a.txt')).toEqual(expected);
  });

  it('is none where a cell holds a label or a figure', async () => {
    const rows = [
      ['序号', '事项', '数量'],
      ['1', '收到政府信息公开申请', '15件'],
      ['2', '网站公开信息', '208条'],
    ];
    expect(await mentionsOf(`<h1>${title}</h1><p>本报告由正文和附表组成。</p>${tableOf(rows)}`, 'a.html')).toEqual([]);
  });
});
