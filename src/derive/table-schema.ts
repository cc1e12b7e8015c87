import { codeLists } from '../../schemas/codes.ts';
import { kinds } from '../../schemas/kinds.ts';
import { type Column, type ParquetTableName, type Table, tables } from '../../schemas/tables.ts';

/** A field of a Table Schema; `title_zh`, `unit` and `article` are ours, the standard has one title. */
export interface TableField {
  readonly name: string;
  readonly type: string;
  readonly title: string;
  readonly title_zh: string;
  readonly description?: string;
  readonly description_zh?: string;
  readonly unit?: string;
  readonly article?: string;
  readonly constraints?: { readonly required: true };
  readonly categories?: readonly { readonly value: string; readonly label: string }[];
}

/** A Table Schema (Data Package v2): columns, keys and references of a table. */
export interface TableSchema {
  readonly $schema: string;
  readonly fields: readonly TableField[];
  readonly missingValues: readonly string[];
  readonly primaryKey?: readonly string[];
  readonly uniqueKeys?: readonly (readonly string[])[];
  readonly foreignKeys?: readonly {
    readonly fields: readonly string[];
    readonly reference: { readonly resource: string; readonly fields: readonly string[] };
  }[];
}

/** Profile that a table schema declares. */
const tableSchemaProfile = 'https://datapackage.org/profiles/2.0/tableschema.json';

function typeOf({ kind }: Column): string {
  if (typeof kind === 'string') return kinds[kind].tableSchema;
  return 'list' in kind ? 'array' : 'object';
}

const categoriesOf = ({ codes }: Column) =>
  codes && { categories: Object.entries(codeLists[codes]).map(([value, { zh, en }]) => ({ value, label: `${zh} / ${en}` })) };

/** Whether a value must be there. An empty text is a value, but CSV cannot tell it from none, so free text never is required. */
const isRequired = (name: string, { nullable, kind, codes }: Column, key: readonly string[]) =>
  !nullable && (kind !== 'text' || codes !== undefined || key.includes(name));

function fieldOf(name: string, column: Column, key: readonly string[]): TableField {
  const { zh, en, note, unit, article } = column;
  return {
    name,
    type: typeOf(column),
    title: en,
    title_zh: zh,
    ...(note && { description: note.en, description_zh: note.zh }),
    ...(unit && { unit }),
    ...(article && { article }),
    ...(isRequired(name, column, key) && { constraints: { required: true } }),
    ...categoriesOf(column),
  };
}

/** Key of a table: a primary key may hold no null, so a key with a nullable column is declared unique instead. */
function keysOf({ key, columns }: Table): Pick<TableSchema, 'primaryKey' | 'uniqueKeys'> {
  return key.some((column) => columns[column]?.nullable) ? { uniqueKeys: [key] } : { primaryKey: key };
}

/** The Table Schema of a published table. */
export function tableSchema(name: ParquetTableName): TableSchema {
  const table: Table = tables[name];
  const foreignKeys = table.references.map(({ columns, table: resource, to }) => ({
    fields: columns,
    reference: { resource, fields: to },
  }));
  return {
    $schema: tableSchemaProfile,
    fields: Object.entries(table.columns).map(([column, declared]) => fieldOf(column, declared, table.key)),
    missingValues: [''],
    ...keysOf(table),
    ...(foreignKeys.length > 0 && { foreignKeys }),
  };
}
