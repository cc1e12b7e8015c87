import { codeLists } from '../../schemas/codes.ts';
import { dataset } from '../../schemas/dataset.ts';
import type { Codebook } from '../../schemas/explorer-reference.ts';
import { type Column, type Table, tableNames, tables } from '../../schemas/tables.ts';

const kindOf = ({ kind }: Column): string => (typeof kind === 'string' ? kind : JSON.stringify(kind).replaceAll('"', ''));

const entry = (name: string, column: Column) => ({
  name,
  kind: kindOf(column),
  nullable: column.nullable ?? false,
  zh: column.zh,
  en: column.en,
  unit: column.unit,
  article: column.article,
  codes: column.codes,
  note: column.note,
});

/** `data/codebook.json`: every table, column and code with its meaning. */
export const codebook = (): Codebook => ({
  dataset,
  codes: codeLists,
  tables: tableNames
    .filter((name) => !/^agency_(reports|cells)$|^documents_json$/.test(name))
    .map((name) => {
      const { zh, en, about, key, columns }: Table = tables[name];
      return { name, zh, en, about, key, columns: Object.entries(columns).map(([column, declared]) => entry(column, declared)) };
    }),
});
