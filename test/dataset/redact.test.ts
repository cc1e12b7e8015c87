import { expect, it } from 'vitest';
import { redact } from '../../src/dataset/redact.ts';
import { parseDocument } from '../../src/parse.ts';

const text = `示例县司法局2021年政府信息公开工作年度报告
一、总体情况
联系人：张三，手机13800138000，全年主动公开政府信息12条。
二、主动公开政府信息情况
三、收到和处理政府信息公开申请情况
四、政府信息公开行政复议、行政诉讼情况
`;

it('what goes to open/ has no names and mobile numbers, and every line keeps its length', async () => {
  const { report } = await parseDocument(new TextEncoder().encode(text), { name: '报告_13800138000.txt' });
  const published = JSON.stringify(redact.report(report));
  expect(published).not.toContain('13800138000');
  expect(published).not.toContain('张三');
  expect(redact.report(report).sections.map((section) => section.text.length)).toEqual(
    report.sections.map((section) => section.text.length),
  );
});
