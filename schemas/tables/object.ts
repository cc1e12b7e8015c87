import * as core from 'zod/v4/core';
import type { Type } from '../kinds.ts';
import { reportSchema } from '../report.ts';
import { byAgencyAndYear, byYear } from './columns.ts';
import { table } from './table.ts';

/** Column type of a schema; dates stay text inside JSON. */
function typeOf(schema: core.$ZodType): Type {
  if (schema instanceof core.$ZodNullable || schema instanceof core.$ZodOptional) return typeOf(schema._zod.def.innerType);
  if (schema instanceof core.$ZodArray) return { list: typeOf(schema._zod.def.element) };
  if (schema instanceof core.$ZodObject) {
    return { struct: Object.fromEntries(Object.entries(schema._zod.def.shape).map(([name, field]) => [name, typeOf(field)])) };
  }
  if (schema instanceof core.$ZodString || schema instanceof core.$ZodEnum) return 'text';
  if (schema instanceof core.$ZodBoolean) return 'boolean';
  if (schema instanceof core.$ZodNumberFormat) return 'int';
  if (schema instanceof core.$ZodNumber) return 'double';
  throw new Error('the report object has a part that no column type is known for');
}

const { shape } = reportSchema;

/**
 * The report object of contract 1 itself, one line a report. Its own key `agency` is a struct, and a table cannot have
 * a column twice, so the partition key that holds the agency's id is named `agency_id` here.
 */
export const documentsJson = table({
  zh: '报告全文（JSON）',
  en: 'Reports as JSON',
  about: { zh: '每份报告的完整解析结果', en: 'The whole report object, one line a report' },
  file: 'open/documents_json/agency={agency_id}/year={year}/report.json',
  partitions: { agency_id: byAgencyAndYear.agency, ...byYear },
  columns: {
    schema_version: { kind: typeOf(shape.schema_version), zh: '数据结构版本', en: 'Schema version' },
    parser_version: { kind: typeOf(shape.parser_version), zh: '解析器版本', en: 'Parser version' },
    document: { kind: typeOf(shape.document), zh: '文件', en: 'Document' },
    agency: { kind: typeOf(shape.agency), zh: '机关', en: 'Agency' },
    report: { kind: typeOf(shape.report), zh: '报告', en: 'Report' },
    forms: { kind: typeOf(shape.forms), zh: '各表格式', en: 'Form of each table' },
    tables: { kind: typeOf(shape.tables), zh: '各表状态', en: 'State of each table' },
    cells: { kind: typeOf(shape.cells), zh: '单元格', en: 'Cells' },
    mentions: { kind: typeOf(shape.mentions), zh: '文中数字', en: 'Mentions' },
    sections: { kind: typeOf(shape.sections), zh: '正文', en: 'Sections' },
    checks: { kind: typeOf(shape.checks), zh: '核对', en: 'Checks' },
    issues: { kind: typeOf(shape.issues), zh: '问题', en: 'Issues' },
  },
  sort: [],
  key: [],
  references: [],
});
