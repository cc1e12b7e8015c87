import { describe, expect, it } from 'vitest';
import { parseDocument } from '../src/parse.ts';

const codesOf = async (text: string) =>
  (await parseDocument(new TextEncoder().encode(text), { name: 'a.txt' })).report.issues.map(({ code }) => code);

const report = (more: string) => `示范县农业局2021年政府信息公开工作年度报告
一、总体情况
平稳。
二、主动公开政府信息情况
${more}
三、收到和处理政府信息公开申请情况
四、政府信息公开行政复议、行政诉讼情况
五、存在的主要问题及改进情况
六、其他需要报告的事项
`;

const sound = `第二十条第（五）项
信息内容 | 本年处理决定数量 |
行政许可 | 3 |
第二十条第（六）项
信息内容 | 本年处理决定数量 |
行政处罚 | 0 |
行政强制 | 3 |`;

describe('damage is named', () => {
  it('a table that is a picture', async () => {
    expect(await codesOf(report('图1 主动公开政府信息情况统计表'))).toContain('table_as_image');
  });

  it('a heading without its table', async () => {
    expect(await codesOf(report('无。'))).toContain('table_missing');
  });

  it('blank cells', async () => {
    const table = '第二十条第（六）项\n信息内容 | 本年处理决定数量 |\n行政处罚 |  |\n行政强制 | 3 |';
    expect(await codesOf(report(table))).toContain('blanks_in_table');
  });

  it('text that was decoded wrongly, and words changed by conversion', async () => {
    expect(await codesOf(report('锟斤拷锟斤拷'))).toContain('encoding_damaged');
    expect(await codesOf(report('规范性档案3件'))).toContain('converted_wording');
    expect(await codesOf(report('依政府資訊公開條例，應當公開之資訊3件，經審核後發佈於網站。'))).toContain('converted_wording');
  });

  it('nothing in a sound report', async () => {
    const codes = await codesOf(report(sound));
    for (const code of ['encoding_damaged', 'converted_wording', 'blanks_in_table', 'table_as_image', 'lines_deduplicated'])
      expect(codes).not.toContain(code);
  });
});
