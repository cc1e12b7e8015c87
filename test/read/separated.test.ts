import { expect, test } from 'vitest';
import { readText } from '../../src/read/text.ts';

const read = async (text: string) =>
  (await readText(text, 'utf-8')).lines.map(({ row, text: line }) => row?.cells.map((cell) => cell.text) ?? line);

test('records between commas are rows, with their empty fields; what stands alone in its first field is a line', async () => {
  const sheet = `某局年度报告,,,,\n"本年度工作平稳,各项任务完成。",,,,\n二、主动公开政府信息情况,,,,\n规章,"1,203",,7,\n行政许可,367,,,\n行政处罚,,,,\n"危及""三安全""",1,0,,\n`;
  expect(await read(sheet)).toEqual([
    '某局年度报告',
    '本年度工作平稳,各项任务完成。',
    '二、主动公开政府信息情况',
    ['规章', '1,203', '', '7', ''],
    ['行政许可', '367', '', '', ''],
    ['行政处罚', '', '', '', ''],
    ['危及"三安全"', '1', '0', '', ''],
  ]);
});

test.each([
  ['sentences with commas', '本年度,我局,认真,工作\n全年,共计,公开\n其中,依申请,为零,件'],
  ['a few rows', '规章,1,2,3\n文件,4,5,6'],
  ['a quote that never ends', '"规章,1,2,3\n"文件,4,5,6\n"其他,7,8,9'],
])('%s stay as they are', async (_, text) => {
  expect(await read(text)).toEqual(text.split('\n'));
});

test('many commas and quotes take no long time', async () => {
  const started = performance.now();
  for (const text of [',', '"', '",', ',,,,\n', '"a","b",\n', '""'] as const) await read(text.repeat(60_000)).catch(() => null);
  expect(performance.now() - started).toBeLessThan(20_000);
});
