/** The six sections of the national form (domain 1), with the words by which a heading is known. */
export interface FormSection {
  readonly n: number;
  readonly zh: string;
  readonly en: string;
  readonly table: 'disclosure' | 'applications' | 'remedies' | null;
  /** Keywords of a short heading line; all words of one entry must occur in it, in this order. */
  readonly keywords: readonly (readonly string[])[];
}

/** Sections in print order. A heading is told by its words, not by its ordinal: ordinals are often shifted. */
export const formSections: readonly FormSection[] = [
  { n: 1, zh: '一、总体情况', en: 'General situation', table: null, keywords: [['总体', '情况'], ['概述'], ['基本情况']] },
  {
    n: 2,
    zh: '二、主动公开政府信息情况',
    en: 'Proactive disclosure',
    table: 'disclosure',
    keywords: [
      ['主动公开', '情况'],
      ['主动公开', '信息'],
    ],
  },
  {
    n: 3,
    zh: '三、收到和处理政府信息公开申请情况',
    en: 'Applications received and processed',
    table: 'applications',
    keywords: [
      ['收到', '处理', '申请'],
      ['依申请公开', '情况'],
      ['申请', '处理', '情况'],
      ['办理', '申请', '情况'],
    ],
  },
  {
    n: 4,
    zh: '四、政府信息公开行政复议、行政诉讼情况',
    en: 'Reconsideration and litigation',
    table: 'remedies',
    keywords: [
      ['行政复议', '诉讼'],
      ['复议', '诉讼', '情况'],
    ],
  },
  {
    n: 5,
    zh: '五、存在的主要问题及改进情况',
    en: 'Main problems and improvements',
    table: null,
    keywords: [['问题', '改进'], ['存在', '问题'], ['主要问题'], ['问题', '措施']],
  },
  {
    n: 6,
    zh: '六、其他需要报告的事项',
    en: 'Other matters',
    table: null,
    keywords: [
      ['其他', '报告', '事项'],
      ['需要', '报告', '事项'],
      ['其他', '事项'],
    ],
  },
];
