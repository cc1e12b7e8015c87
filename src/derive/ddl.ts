import { type Table, type TableName, tables } from '../../schemas/tables.ts';
import { bilingualComment, catalogueColumns, catalogueKeys, type GlueColumn, partitionProjection } from './glue.ts';
import { isJson, partitionTemplate, tablePrefix } from './location.ts';
import { engineType } from './types.ts';

// CREATE TABLE in words: HiveQL as Athena takes it, and its twin for a Trino server over the same objects.

/** What a statement needs to know of the place. */
export interface Place {
  /** Database (Athena) or catalogue and schema (Trino): `gongkai`, `hive.gongkai`. */
  readonly database: string;
  /** Address of the open bucket without a trailing slash: `s3://name`. */
  readonly bucket: string;
  /** Folder that holds the tables, with a trailing slash: `open/releases/v2026.11.0/parquet/`; `open/` if not said. */
  readonly root?: string;
}

const hiveText = (text: string) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
const trinoText = (text: string) => `'${text.replaceAll("'", "''")}'`;
const hiveName = (name: string) => `\`${name}\``;
const trinoName = (name: string) => `"${name}"`;
const block = (lines: readonly string[]) => `(\n${lines.map((line) => `  ${line}`).join(',\n')}\n)`;
const qualified = (database: string, table: string, quote: (name: string) => string) =>
  [...database.split('.'), table].map(quote).join('.');
const hiveColumn = ({ name, type, comment }: GlueColumn) => `${hiveName(name)} ${type} COMMENT ${hiveText(comment)}`;

/** The statement with which Athena creates a table over the bucket, partition projection included. */
export function athenaTable(name: TableName, { database, bucket, root }: Place): string {
  const table: Table = tables[name];
  const keys = catalogueKeys(table);
  const properties = Object.entries(partitionProjection(table, bucket, root)).map(
    ([key, value]) => `${hiveText(key)} = ${hiveText(value)}`,
  );
  return [
    `CREATE EXTERNAL TABLE IF NOT EXISTS ${qualified(database, name, hiveName)} ${block(catalogueColumns(table, 'athena').map(hiveColumn))}`,
    `COMMENT ${hiveText(`${table.about.zh} / ${table.about.en}`)}`,
    ...(keys.length > 0 ? [`PARTITIONED BY ${block(keys.map(hiveColumn))}`] : []),
    isJson(table) ? `ROW FORMAT SERDE 'org.apache.hive.hcatalog.data.JsonSerDe'` : 'STORED AS PARQUET',
    `LOCATION ${hiveText(`${bucket}/${tablePrefix(table, root)}`)}`,
    ...(properties.length > 0 ? [`TBLPROPERTIES ${block(properties)}`] : []),
  ].join('\n');
}

function trinoKey({ projection }: Table['partitions'][string]): string {
  if (projection.type === 'injected') return `partition_projection_type = 'injected'`;
  return `partition_projection_type = 'integer', partition_projection_range = ARRAY['${projection.from}', '${projection.to}']`;
}

/**
 * The statement for Trino's Hive connector; its catalogue needs `hive.partition-projection-enabled=true`.
 * The keys of the path come last, as that connector demands.
 */
export function trinoTable(name: TableName, { database, bucket, root }: Place): string {
  const table: Table = tables[name];
  const keys = Object.entries(table.partitions);
  const columns = Object.entries(table.columns).filter(([column]) => !(column in table.partitions));
  const lines = [
    ...columns.map(([column, declared]) => {
      const comment = trinoText(bilingualComment(declared));
      return `${trinoName(column)} ${engineType(declared.kind, 'trino')} COMMENT ${comment}`;
    }),
    ...keys.map(([key, declared]) => {
      const comment = trinoText(bilingualComment(declared));
      return `${trinoName(key)} ${engineType(declared.kind, 'trino')} COMMENT ${comment} WITH (${trinoKey(declared)})`;
    }),
  ];
  const properties = [
    `external_location = ${trinoText(`${bucket}/${tablePrefix(table, root)}`)}`,
    `format = '${isJson(table) ? 'JSON' : 'PARQUET'}'`,
    ...(keys.length === 0
      ? []
      : [
          `partitioned_by = ARRAY[${keys.map(([key]) => trinoText(key)).join(', ')}]`,
          'partition_projection_enabled = true',
          `partition_projection_location_template = ${trinoText(`${bucket}/${partitionTemplate(table, root)}`)}`,
        ]),
  ];
  const comment = trinoText(`${table.about.zh} / ${table.about.en}`);
  return `CREATE TABLE IF NOT EXISTS ${qualified(database, name, trinoName)} ${block(lines)}\nCOMMENT ${comment}\nWITH ${block(properties)}`;
}
