import { type Table, type TableName, tables } from '../../schemas/tables.ts';
import { catalogueColumns, catalogueKeys, type GlueColumn, partitionProjection } from './glue.ts';
import { isJson, tablePrefix } from './location.ts';

// CREATE TABLE in words: HiveQL as Athena takes it.

/** What a statement needs to know of the place. */
export interface Place {
  /** Database in Athena, `gongkai`. */
  readonly database: string;
  /** Address of the open bucket without a trailing slash: `s3://name`. */
  readonly bucket: string;
  /** Folder that holds the tables, with a trailing slash: `open/releases/v2026.11.0/parquet/`; `open/` if not said. */
  readonly root?: string;
}

const hiveText = (text: string) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
const hiveName = (name: string) => `\`${name}\``;
const block = (lines: readonly string[]) => `(\n${lines.map((line) => `  ${line}`).join(',\n')}\n)`;
const hiveColumn = ({ name, type, comment }: GlueColumn) => `${hiveName(name)} ${type} COMMENT ${hiveText(comment)}`;

/** The statement with which Athena creates a table over the bucket, partition projection included. */
export function athenaTable(name: TableName, { database, bucket, root }: Place): string {
  const table: Table = tables[name];
  const keys = catalogueKeys(table);
  const properties = Object.entries(partitionProjection(table, bucket, root)).map(
    ([key, value]) => `${hiveText(key)} = ${hiveText(value)}`,
  );
  return [
    `CREATE EXTERNAL TABLE IF NOT EXISTS ${hiveName(database)}.${hiveName(name)} ${block(catalogueColumns(table, 'athena').map(hiveColumn))}`,
    `COMMENT ${hiveText(`${table.about.zh} / ${table.about.en}`)}`,
    ...(keys.length > 0 ? [`PARTITIONED BY ${block(keys.map(hiveColumn))}`] : []),
    isJson(table) ? `ROW FORMAT SERDE 'org.apache.hive.hcatalog.data.JsonSerDe'` : 'STORED AS PARQUET',
    `LOCATION ${hiveText(`${bucket}/${tablePrefix(table, root)}`)}`,
    ...(properties.length > 0 ? [`TBLPROPERTIES ${block(properties)}`] : []),
  ].join('\n');
}
