import type { Text } from './tables.ts';

/** A licence by its SPDX id, with its address. */
export interface Licence {
  readonly spdx: string;
  /** Its Open Definition identifier, as Data Package demands. */
  readonly name: string;
  readonly title: string;
  readonly path: string;
}

/** What the dataset says of itself: the one source of every descriptor, README and citation. */
export const dataset = {
  name: 'gongkai',
  title: { zh: '政府信息公开工作年度报告开放数据集', en: "Gongkai: open dataset of China's government-disclosure annual reports" },
  description: {
    zh: '中国各级行政机关政府信息公开工作年度报告的结构化数据：主动公开、依申请公开、行政复议和行政诉讼的每一个数字，连同出处、状态和勾稽核对结果。空白不是零：来源未载明的一律为空。',
    en: 'Every number of the annual reports in which Chinese administrative organs account for open government information: proactive disclosure, applications and their outcomes, reviews and lawsuits, each with its source line, its status and the checks the form itself allows. Blank is not zero: what the source does not say is null.',
  },
  keywords: [
    { zh: '政府信息公开', en: 'open government information' },
    { zh: '依申请公开', en: 'freedom of information' },
    { zh: '年度报告', en: 'annual reports' },
    { zh: '行政复议', en: 'administrative reconsideration' },
    { zh: '行政诉讼', en: 'administrative litigation' },
    { zh: '中国', en: 'China' },
  ],
  creator: { zh: '公开数据集贡献者', en: 'Gongkai contributors' },
  /** Of the tables and everything made from them. */
  licence: {
    spdx: 'CC-BY-4.0',
    name: 'CC-BY-4.0',
    title: 'Creative Commons Attribution 4.0 International',
    path: 'https://creativecommons.org/licenses/by/4.0/',
  },
  /** Of the texts of reports, which are not ours to license. */
  textRights: {
    zh: '报告文本由各行政机关公布，本许可不及于报告文本。《中华人民共和国著作权法》第五条规定该法不适用于国家机关具有行政性质的文件；年度报告是否均属此类，尚无定论。如需删除，请与维护者联系。',
    en: "The texts of the reports were published by the organs themselves and are not covered by this licence. Article 5 of China's Copyright Law leaves documents of administrative nature outside copyright; whether every annual report is one is not settled. Write to the maintainers to have a text removed.",
  },
  sources: [
    {
      zh: '中华人民共和国政府信息公开条例（国务院令第711号）',
      en: 'Regulations of the PRC on Open Government Information (State Council Order 711)',
    },
    {
      zh: '各级行政机关公布的政府信息公开工作年度报告',
      en: 'Annual reports on open government information work, as published by each organ',
    },
  ],
  place: { zh: '中国', en: 'China' },
} as const satisfies {
  readonly name: string;
  readonly title: Text;
  readonly description: Text;
  readonly keywords: readonly Text[];
  readonly creator: Text;
  readonly licence: Licence;
  readonly textRights: Text;
  readonly sources: readonly Text[];
  readonly place: Text;
};
