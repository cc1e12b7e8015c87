import type { Form } from './form.ts';
import {
  applicantColumns,
  applicationHeadings,
  applicationHeadWords,
  applicationRows,
  applicationTotals,
  remedyColumns,
  remedyRows,
} from './shared.ts';

/** National form revised in 2021: 国办公开办函〔2021〕30号 (domain 1.2). */
export const form2021 = {
  id: '2021',
  zh: '中华人民共和国政府信息公开工作年度报告格式',
  en: 'National form revised in 2021',
  document: '国办公开办函〔2021〕30号',
  years: { from: 2021, to: null },
  tables: [
    {
      table: 'disclosure',
      heading: {
        zh: '二、主动公开政府信息情况',
        variants: ['主动公开政府信息情况', '二、主动公开政府信息的情况'],
        en: 'Proactive disclosure of government information',
      },
      headings: [],
      headWords: ['信息内容'],
      evidence: { any: ['本年制发件数', '本年废止件数', '现行有效件数', '本年收费金额'], none: [] },
      groups: [
        {
          code: 'art20_1',
          heading: { zh: '第二十条第(一)项', variants: ['第二十条第一项'], en: 'Article 20(1)' },
          article: 'Art. 20(1)',
          columns: [
            {
              code: 'issued_this_year',
              zh: '本年制发件数',
              variants: ['本年制发', '制发件数', '本年度制发件数'],
              en: 'Documents issued this year',
              unit: 'document',
            },
            {
              code: 'repealed_this_year',
              zh: '本年废止件数',
              variants: ['本年废止', '废止件数'],
              en: 'Documents repealed this year',
              unit: 'document',
            },
            {
              code: 'in_force',
              zh: '现行有效件数',
              variants: ['现行有效', '有效件数'],
              en: 'Documents currently in force',
              unit: 'document',
            },
          ],
          rows: [
            {
              code: 'regulations',
              zh: '规章',
              variants: ['部门规章', '政府规章'],
              en: 'Regulations (rules, guizhang)',
              article: 'Art. 20(1)',
              role: 'value',
            },
            {
              code: 'normative_documents',
              zh: '行政规范性文件',
              variants: ['规范性文件', '规范性档案'],
              en: 'Administrative normative documents',
              article: 'Art. 20(1)',
              role: 'value',
            },
          ],
        },
        {
          code: 'art20_5',
          heading: { zh: '第二十条第(五)项', variants: ['第二十条第五项'], en: 'Article 20(5)' },
          article: 'Art. 20(5)',
          columns: [
            {
              code: 'decisions',
              zh: '本年处理决定数量',
              variants: ['处理决定数量', '本年处理决定'],
              en: 'Decisions made this year',
              unit: 'case',
            },
          ],
          rows: [{ code: 'licensing', zh: '行政许可', variants: [], en: 'Administrative licensing', article: 'Art. 20(5)', role: 'value' }],
        },
        {
          code: 'art20_6',
          heading: { zh: '第二十条第(六)项', variants: ['第二十条第六项'], en: 'Article 20(6)' },
          article: 'Art. 20(6)',
          columns: [
            {
              code: 'decisions',
              zh: '本年处理决定数量',
              variants: ['处理决定数量', '本年处理决定'],
              en: 'Decisions made this year',
              unit: 'case',
            },
          ],
          rows: [
            { code: 'penalties', zh: '行政处罚', variants: [], en: 'Administrative penalties', article: 'Art. 20(6)', role: 'value' },
            {
              code: 'coercion',
              zh: '行政强制',
              variants: [],
              en: 'Administrative coercion (compulsory measures and enforcement)',
              article: 'Art. 20(6)',
              role: 'value',
            },
          ],
        },
        {
          code: 'art20_8',
          heading: { zh: '第二十条第(八)项', variants: ['第二十条第八项'], en: 'Article 20(8)' },
          article: 'Art. 20(8)',
          columns: [
            {
              code: 'amount',
              zh: '本年收费金额(单位:万元)',
              variants: ['本年收费金额', '收费金额(单位:万元)', '本年收费金额(万元)'],
              en: 'Amount collected this year (10,000 CNY)',
              unit: 'CNY_10K',
            },
          ],
          rows: [
            {
              code: 'fees',
              zh: '行政事业性收费',
              variants: ['行政事业收费'],
              en: 'Administrative and institutional fees',
              article: 'Art. 20(8)',
              role: 'value',
            },
          ],
        },
      ],
    },
    {
      table: 'applications',
      heading: {
        zh: '三、收到和处理政府信息公开申请情况',
        variants: ['收到和处理政府信息公开申请情况', '三、行政机关收到和处理政府信息公开申请情况'],
        en: 'OGI applications received and processed',
      },
      headings: [
        ...applicationHeadings,
        { code: 'other', zh: '(六)其他处理', variants: ['其他处理', '其它处理'], en: 'Other processing', subtotal: 'other_total' },
      ],
      headWords: applicationHeadWords,
      evidence: { any: ['申请人无正当理由逾期不补正', '申请人逾期未按收费通知要求缴纳费用'], none: [] },
      groups: [
        {
          code: 'applications',
          heading: null,
          article: 'Art. 50(2)',
          columns: applicantColumns,
          rows: [
            ...applicationRows,
            {
              code: 'other_overdue_correction',
              zh: '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
              variants: ['申请人无正当理由逾期不补正', '逾期不补正', '申请人无正当理由逾期不补正,行政机关不再处理其政府信息公开申请'],
              en: 'Other: applicant failed to correct the request in time; processing ended',
              article: 'Art. 30',
              role: 'result',
              subtotal: 'other_total',
            },
            {
              code: 'other_fee_unpaid',
              zh: '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
              variants: [
                '申请人逾期未按收费通知要求缴纳费用',
                '逾期未缴费',
                '申请人逾期未按收费通知要求缴纳费用,行政机关不再处理其政府信息公开申请',
              ],
              en: 'Other: applicant failed to pay the information-processing fee in time; processing ended',
              article: 'Art. 42; Measures on information-processing fees (Guo Ban Han [2020] 109)',
              role: 'result',
              subtotal: 'other_total',
            },
            {
              code: 'other_misc',
              zh: '3.其他',
              variants: ['其他', '其它'],
              en: 'Other: miscellaneous',
              article: 'Art. 36 (residual)',
              role: 'result',
              subtotal: 'other_total',
            },
            ...applicationTotals,
          ],
        },
      ],
    },
    {
      table: 'remedies',
      heading: {
        zh: '四、政府信息公开行政复议、行政诉讼情况',
        variants: ['政府信息公开行政复议、行政诉讼情况', '四、因政府信息公开工作被申请行政复议、提起行政诉讼情况'],
        en: 'Administrative reconsideration and litigation arising from OGI',
      },
      headings: [],
      headWords: ['行政诉讼', '政府信息公开行政复议', '政府信息公开行政诉讼'],
      evidence: { any: ['未经复议直接起诉', '复议后起诉'], none: [] },
      groups: [{ code: 'remedies', heading: null, article: 'Art. 50(3)', columns: remedyColumns, rows: remedyRows }],
    },
  ],
} as const satisfies Form;
