import { type CodeListName, codeLists } from '../../schemas/codes.ts';
import { kinds, type Type } from '../../schemas/kinds.ts';
import { reportSchema } from '../../schemas/report.ts';
import { type Column, type Table, type TableName, tables } from '../../schemas/tables.ts';
import * as z from '../../schemas/zod.ts';

const codeSchema = (list: CodeListName) => z.enum(Object.keys(codeLists[list]));

function typeSchema(type: Type): z.ZodMiniType {
  if (typeof type === 'string') return kinds[type].zod;
  if ('list' in type) return z.array(typeSchema(type.list));
  return z.strictObject(Object.fromEntries(Object.entries(type.struct).map(([name, of]) => [name, typeSchema(of)])));
}

function columnSchema({ kind, codes, nullable, zh, en }: Column): z.ZodMiniType {
  const value = codes === undefined ? typeSchema(kind) : codeSchema(codes);
  return (nullable ? z.nullable(value) : value).check(z.describe(`${zh} / ${en}`));
}

/** Schema of a row: every column present, nulls only where declared, codes from their closed list, no other property. */
export function rowSchema(name: TableName): z.ZodMiniType {
  if (name === 'documents_json') return reportSchema;
  const { columns }: Table = tables[name];
  return z.strictObject(Object.fromEntries(Object.entries(columns).map(([column, declared]) => [column, columnSchema(declared)])));
}
