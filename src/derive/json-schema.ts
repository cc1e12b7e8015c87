import { reportSchema } from '../../schemas/report.ts';
import { type Table, type TableName, tables } from '../../schemas/tables.ts';
import * as z from '../../schemas/zod.ts';
import { rowSchema } from './zod.ts';

/** A JSON Schema (draft 2020-12) as plain data. */
export type JsonSchema = { readonly [keyword: string]: unknown };

/** Schema of the report object: what `parse --json` prints and `report.json` holds. */
export function reportJsonSchema(): JsonSchema {
  return { title: '报告 Report', description: 'One document as read (schema_version says which schema)', ...z.toJSONSchema(reportSchema) };
}

/** Schema of one row of a table as a JSON object, columns described in both languages. */
export function rowJsonSchema(name: TableName): JsonSchema {
  const { zh, en, about }: Table = tables[name];
  return { title: `${zh} ${en}`, description: `${about.zh} / ${about.en}`, ...z.toJSONSchema(rowSchema(name)) };
}
