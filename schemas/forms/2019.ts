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

/** Trial national form of 2019: 国办公开办函〔2019〕60号 (domain 1.1). */
export const form2019 = {
  id: '2019',
  zh: '中华人民共和国政府信息公开工作年度报告格式(试行)',
  en: 'Trial national form of 2019',
  document: '国办公开办函〔2019〕60号',
  years: { from: 2019, to: 2020 },
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
      evidence: {
        any: ['本年新制作数量', '本年新公开数量', '对外公开总数量', '上一年项目数量', '本年增/减', '其他对外管理服务事项', '政府集中采购'],
        none: [],
      },
      groups: [
        {
          code: 'art20_1',
          heading: {
            zh: '第二十条第(一)项',
            variants: ['第二十条第一项', '第二十条第(一)项规章、规范性文件', '第20条第(一)项'],
            en: 'Article 20(1)',
          },
          article: 'Art. 20(1)',
          columns: [
            {
              code: 'made_this_year',
              zh: '本年新制作数量',
              variants: ['本年新制作', '本年制作数量', '新制作数量', '本年新制作数'],
              en: 'Newly made this year',
              unit: 'item',
            },
            {
              code: 'disclosed_this_year',
              zh: '本年新公开数量',
              variants: ['本年新公开', '新公开数量', '本年公开数量'],
              en: 'Newly disclosed this year',
              unit: 'item',
            },
            {
              code: 'disclosed_total',
              zh: '对外公开总数量',
              variants: ['对外公开总数', '公开总数量', '对外公开数量'],
              en: 'Total disclosed to the public (stock)',
              unit: 'item',
            },
          ],
          rows: [
            {
              code: 'regulations',
              zh: '规章',
              variants: ['部门规章', '政府规章', '规章(设区的市、自治州人民政府应提供相关数据)'],
              en: 'Regulations (rules, guizhang)',
              article: 'Art. 20(1)',
              role: 'value',
            },
            {
              code: 'normative_documents',
              zh: '规范性文件',
              variants: [
                '行政规范性文件',
                '规范性档案',
                '规范性文件(行政机关制定发布的决定、公告、通告、意见、通知,以及标题采用“规定”“办法”“细则”“规范”“规程”“规则”等字样的公文,一般情况下属于规范性文件)',
              ],
              en: 'Administrative normative documents',
              article: 'Art. 20(1)',
              role: 'value',
            },
            {
              code: 'other_disclosed_documents',
              zh: '其他主动公开文件',
              variants: ['其他主动公开档案', '其他文件'],
              en: 'Other proactively disclosed documents (local extra row, not in the national form)',
              article: 'Art. 20(15)',
              role: 'value',
              optional: true,
            },
          ],
        },
        {
          code: 'art20_5',
          heading: { zh: '第二十条第(五)项', variants: ['第二十条第五项'], en: 'Article 20(5)' },
          article: 'Art. 20(5)',
          columns: [
            {
              code: 'items_prior_year',
              zh: '上一年项目数量',
              variants: ['上一年项目数', '上年项目数量', '上一年事项数量'],
              en: 'Number of items (catalogue entries) in the previous year',
              unit: 'item',
            },
            {
              code: 'items_change',
              zh: '本年增/减',
              variants: ['本年增减', '本年增/', '本年增', '增/减', '本年增/减数量'],
              en: 'Net change in items this year',
              unit: 'item',
            },
            {
              code: 'decisions',
              zh: '处理决定数量',
              variants: ['处理决定数', '处理决定数量(件)', '本年处理决定数量', '决定数量', '办件量'],
              en: 'Number of decisions made',
              unit: 'case',
            },
          ],
          rows: [
            {
              code: 'licensing',
              zh: '行政许可',
              variants: ['行政审批', '许可'],
              en: 'Administrative licensing',
              article: 'Art. 20(5)',
              role: 'value',
            },
            {
              code: 'other_external_services',
              zh: '其他对外管理服务事项',
              variants: ['其他对外管理服务', '其他管理服务事项'],
              en: 'Other external management and service matters',
              article: 'Art. 20(5)',
              role: 'value',
            },
          ],
        },
        {
          code: 'art20_6',
          heading: { zh: '第二十条第(六)项', variants: ['第二十条第六项'], en: 'Article 20(6)' },
          article: 'Art. 20(6)',
          columns: [
            {
              code: 'items_prior_year',
              zh: '上一年项目数量',
              variants: ['上一年项目数'],
              en: 'Number of items in the previous year',
              unit: 'item',
            },
            { code: 'items_change', zh: '本年增/减', variants: ['本年增减', '本年增/'], en: 'Net change in items this year', unit: 'item' },
            { code: 'decisions', zh: '处理决定数量', variants: ['处理决定数'], en: 'Number of decisions made', unit: 'case' },
          ],
          rows: [
            { code: 'penalties', zh: '行政处罚', variants: ['处罚'], en: 'Administrative penalties', article: 'Art. 20(6)', role: 'value' },
            {
              code: 'coercion',
              zh: '行政强制',
              variants: ['行政强制措施', '强制'],
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
              code: 'items_prior_year',
              zh: '上一年项目数量',
              variants: ['上一年项目数'],
              en: 'Number of fee items in the previous year',
              unit: 'item',
            },
            {
              code: 'items_change',
              zh: '本年增/减',
              variants: ['本年增减', '本年增/'],
              en: 'Net change in fee items this year',
              unit: 'item',
            },
          ],
          rows: [
            {
              code: 'fees',
              zh: '行政事业性收费',
              variants: ['行政事业收费', '行政性收费'],
              en: 'Administrative and institutional fees',
              article: 'Art. 20(8)',
              role: 'value',
            },
          ],
        },
        {
          code: 'art20_9',
          heading: { zh: '第二十条第(九)项', variants: ['第二十条第九项'], en: 'Article 20(9)' },
          article: 'Art. 20(9)',
          columns: [
            {
              code: 'projects',
              zh: '采购项目数量',
              variants: ['采购项目数', '采购数量'],
              en: 'Number of procurement projects',
              unit: 'project',
            },
            {
              code: 'amount',
              zh: '采购总金额',
              variants: ['采购金额', '采购总金额(万元)', '采购总金额(元)'],
              en: 'Total procurement amount',
              unit: 'CNY',
            },
          ],
          rows: [
            {
              code: 'procurement',
              zh: '政府集中采购',
              variants: ['政府采购', '集中采购'],
              en: 'Centralised government procurement',
              article: 'Art. 20(9)',
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
      headings: [...applicationHeadings],
      headWords: applicationHeadWords,
      evidence: { any: ['(六)其他处理'], none: ['申请人无正当理由逾期不补正', '申请人逾期未按收费通知要求缴纳费用'] },
      groups: [
        {
          code: 'applications',
          heading: null,
          article: 'Art. 50(2)',
          columns: applicantColumns,
          rows: [
            ...applicationRows,
            {
              code: 'other_processing',
              zh: '(六)其他处理',
              variants: ['其他处理', '其它处理'],
              en: 'Other processing (single row in this form)',
              article: 'Art. 30; Art. 42',
              role: 'result',
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
