import { type Column, type Partition, type Table, type TableName, tables } from '../../schemas/tables.ts';
import { isJson, liveRoot, partitionTemplate, tablePrefix } from './location.ts';
import { engineType } from './types.ts';

/** A column of a Glue table. */
export interface GlueColumn {
  readonly name: string;
  readonly type: string;
  readonly comment: string;
}

/** What Glue stores of a table: the shape of CloudFormation's `TableInput` for an external table. */
export interface GlueTable {
  readonly name: TableName;
  readonly description: string;
  readonly tableType: 'EXTERNAL_TABLE';
  readonly parameters: { readonly [property: string]: string };
  readonly partitionKeys: GlueColumn[];
  readonly storageDescriptor: {
    readonly location: string;
    readonly inputFormat: string;
    readonly outputFormat: string;
    readonly serdeInfo: { readonly serializationLibrary: string; readonly parameters: { readonly [property: string]: string } };
    readonly columns: GlueColumn[];
  };
}

const commentLimit = 255; // of a Glue column

/** Label and note in both languages; the labels alone where Glue has no room for more. */
export function bilingualComment({ zh, en, note }: Pick<Column, 'zh' | 'en' | 'note'>): string {
  const full = note === undefined ? `${zh} / ${en}` : `${zh}（${note.zh}） / ${en}. ${note.en}`;
  return full.length <= commentLimit ? full : `${zh} / ${en}`;
}

const parquet = {
  inputFormat: 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat',
  outputFormat: 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat',
  serdeInfo: {
    serializationLibrary: 'org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe',
    parameters: { 'serialization.format': '1' },
  },
};

// The Hive SerDe, not OpenX: AWS warns that results of the latter "can be non-deterministic".
const json = {
  inputFormat: 'org.apache.hadoop.mapred.TextInputFormat',
  outputFormat: 'org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat',
  serdeInfo: { serializationLibrary: 'org.apache.hive.hcatalog.data.JsonSerDe', parameters: {} },
};

function projectionOf(key: string, { projection }: Partition): readonly (readonly [string, string])[] {
  if (projection.type === 'injected') return [[`projection.${key}.type`, 'injected']];
  return [
    [`projection.${key}.type`, 'integer'],
    [`projection.${key}.range`, `${projection.from},${projection.to}`],
  ];
}

/** Table properties by which Athena computes partitions instead of looking them up; empty for a table without partitions. */
export function partitionProjection(table: Table, bucket: string, root = liveRoot): { readonly [property: string]: string } {
  const keys = Object.entries(table.partitions);
  if (keys.length === 0) return {};
  return {
    'projection.enabled': 'true',
    ...Object.fromEntries(keys.flatMap(([key, partition]) => projectionOf(key, partition))),
    'storage.location.template': `${bucket}/${partitionTemplate(table, root)}`,
  };
}

/** Columns a catalogue lists: those of the files, less the ones that a path holds too. */
export function catalogueColumns({ columns, partitions }: Table, spelling: 'glue' | 'athena' = 'glue'): GlueColumn[] {
  return Object.entries(columns)
    .filter(([name]) => !(name in partitions))
    .map(([name, column]) => ({ name, type: engineType(column.kind, spelling), comment: bilingualComment(column) }));
}

/** Keys in the path, which a catalogue lists after the columns. */
export function catalogueKeys({ partitions }: Table): GlueColumn[] {
  return Object.entries(partitions).map(([name, key]) => ({ name, type: engineType(key.kind, 'glue'), comment: bilingualComment(key) }));
}

/**
 * The Glue table of a published table.
 * @param bucket address of the open bucket without a trailing slash: `s3://name`
 */
export function glueTable(name: TableName, bucket: string): GlueTable {
  const table: Table = tables[name];
  return {
    name,
    description: `${table.about.zh} / ${table.about.en}`,
    tableType: 'EXTERNAL_TABLE',
    parameters: { EXTERNAL: 'TRUE', classification: isJson(table) ? 'json' : 'parquet', ...partitionProjection(table, bucket) },
    partitionKeys: catalogueKeys(table),
    storageDescriptor: {
      location: `${bucket}/${tablePrefix(table)}`,
      ...(isJson(table) ? json : parquet),
      columns: catalogueColumns(table),
    },
  };
}
