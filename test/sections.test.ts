import { expect, test } from 'vitest';
import { parseDocument } from '../src/parse.ts';

const form = [
  '二、主动公开政府信息情况',
  '三、收到和处理政府信息公开申请情况',
  '四、政府信息公开行政复议、行政诉讼情况',
  '五、存在的主要问题及改进情况',
  '六、其他需要报告的事项',
];

async function sections(...lines: readonly string[]) {
  const text = ['贵阳市水务管理局2022年政府信息公开工作年度报告', ...lines].join('\n');
  const { report } = await parseDocument(new TextEncoder().encode(text), { name: 'a.txt' });
  return report.sections.flatMap(({ n, heading }) => (n > 0 ? [`${n} ${heading}`] : []));
}

const asPrinted = form.map((heading, at) => `${at + 2} ${heading}`);

test.each([
  [
    'with a point of each section',
    ['一、主动公开情况', '全年公开。', '二、依申请公开情况', '按期答复。', '五、存在问题', '不够及时。', '六、其他', '无。'],
  ],
  ['that ends with other matters', ['一、组织领导', '有力。', '六、其他事项', '无。']],
  ['with points named like its disputes', ['四、行政复议、行政诉讼情况', '没有发生。']],
])('sections that begin anew behind a narrative %s', async (_, narrative) => {
  expect(await sections(...narrative, ...form)).toEqual(asPrinted);
  // 一、主动公开政府信息情况: the sections are counted from one again.
  const anew = form.map((heading, at) => `${'一二三四五'.charAt(at)}${heading.slice(1)}`);
  expect(await sections(...narrative, ...anew)).toEqual(anew.map((heading, at) => `${at + 2} ${heading}`));
});

test.each(['六、其他', '七、其它', '六、其他情况', '|六、其他说明', '八、 其他'])('the last section named %s', async (last) => {
  expect(await sections(...form.slice(0, 4), last, '无。')).toEqual([...asPrinted.slice(0, 4), `6 ${last}`]);
});

test.each(['六、其他处理', '（六）其他', '3、其他'])('%s is no section', async (line) => {
  expect(await sections(...form.slice(0, 4), line, '无。')).toEqual(asPrinted.slice(0, 4));
});

test.each(['|', 'l', 'I', '丨', '｜'])('a rule read as %s before a heading', async (rule) => {
  expect(await sections(...form.map((heading) => rule + heading))).toEqual(form.map((heading, at) => `${at + 2} ${rule}${heading}`));
});
