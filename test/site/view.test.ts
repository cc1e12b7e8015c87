import { expect, test } from 'vitest';
import { dataset } from '../../schemas/dataset.ts';
import { citationOf } from '../../site/download/citation.ts';
import { csv } from '../../site/download/csv.ts';
import { viewReadme } from '../../site/download/readme.ts';
import { span } from '../../site/span.ts';

test('years from one to another are named once where they are one', () => {
  expect([span(2020, 2020), span(2019, 2021)]).toEqual(['2020', '2019–2021']);
});

test('CSV keeps blanks apart from zeros, quotes what needs it, and gives no spreadsheet a formula', () => {
  const rows = [
    ['a,"b"', 0],
    ['=1+1', null],
    ['＋1', null],
    ['－', null],
    ['line\nline', -3],
  ];
  expect(csv({ head: ['name', 'value'], rows })).toBe(
    '\ufeffname,value\r\n"a,""b""",0\r\n\'=1+1,\r\n\'＋1,\r\n\'－,\r\n"line\nline",-3\r\n',
  );
});

test('a release is cited with its version and year, a dataset without one by its name', () => {
  const cited = citationOf(dataset, 'v2026.11.1');
  expect(cited.zh).toBe('公开数据集贡献者：《政府信息公开工作年度报告开放数据集》v2026.11.1');
  expect(cited.en).toBe("Gongkai contributors. Gongkai: open dataset of China's government-disclosure annual reports. v2026.11.1.");
  expect(cited.bibtex).toMatch(/^@misc\{gongkai2026,\n.*year = \{2026\}\n\}$/s);
  expect(citationOf(dataset, null).bibtex).not.toMatch(/version|year/);
});

test('the README of a view says what it shows, with which filters, and what it may be used for', () => {
  const readme = viewReadme({
    title: 'Overview',
    address: 'https://example.org/#/overview?kind=finance',
    filters: { kind: 'finance' },
    release: null,
    parser: '1.2.3',
    day: '2026-11-22',
    parts: [{ title: 'Received', said: ['Rose.', ''], files: ['a.csv', 'a.png'], columns: [['n', 'all | some']] }],
    citation: citationOf(dataset, null),
    dataset,
  });
  for (const said of [
    '- `kind`: finance',
    'https://example.org/#/overview?kind=finance',
    '`a.csv`, `a.png`',
    '| `n` | all \\| some |',
    dataset.licence.path,
  ])
    expect(readme).toContain(said);
  expect(readme).not.toContain('\n\n\n');
});
