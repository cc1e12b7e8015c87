import { dataset } from '../../../schemas/dataset.ts';
import { type ParquetTableName, parquetTableNames, type Table, tables } from '../../../schemas/tables.ts';
import { tableSchema } from '../../derive/table-schema.ts';
import { formatOf, type ReleaseFacts, type ReleaseFile } from './facts.ts';

const profile = (name: string) => `https://datapackage.org/profiles/2.0/${name}.json`;

/** Where a release keeps the schema of a table, for the CSV files that point to it. */
export const tableSchemaPath = (name: ParquetTableName): string => `reference/schemas/${name}.json`;

const licences = [{ name: dataset.licence.name, title: dataset.licence.title, path: dataset.licence.path }];

/** A name that is unique, since a path is: `csv/reports-2020.csv.gz` becomes `csv-reports-2020.csv.gz`. */
const resourceName = (path: string) => path.toLowerCase().replaceAll(/[^a-z0-9._-]+/g, '-');

const checksum = ({ bytes, sha256 }: ReleaseFile) => ({ bytes, hash: `sha256:${sha256}` });

/** A table in Parquet: one resource over all its files, which the reader puts together. */
function tableResource(name: ParquetTableName, files: readonly ReleaseFile[]): object[] {
  const [only, ...others] = files;
  if (only === undefined) return [];
  const { zh, en, about }: Table = tables[name];
  return [
    {
      $schema: profile('dataresource'),
      name,
      type: 'table',
      title: en,
      title_zh: zh,
      description: about.en,
      description_zh: about.zh,
      ...(others.length === 0 ? { path: only.path, ...checksum(only) } : { path: files.map(({ path }) => path) }),
      format: 'parquet',
      mediatype: formatOf(only.path).mediatype,
      schema: tableSchema(name),
    },
  ];
}

/** Any other file. Only a CSV file is a table to readers: a workbook holds several, with labels above the codes. */
function fileResource(file: ReleaseFile): object {
  const { format, mediatype, gzip } = formatOf(file.path);
  const isTable = format === 'csv' && file.table !== undefined;
  return {
    $schema: profile('dataresource'),
    name: resourceName(file.path),
    path: file.path,
    ...checksum(file),
    format,
    mediatype,
    ...(gzip && { compression: 'gz' }),
    ...(isTable && file.table && { type: 'table', encoding: 'utf-8', schema: tableSchemaPath(file.table) }),
  };
}

/** `datapackage.json` of a release: Data Package 2.0, every file listed, every table with its schema, keys and references. */
export function dataPackage({ version, schemaVersion, created, address, files }: ReleaseFacts): object {
  const parquet = (file: ReleaseFile) => file.table !== undefined && formatOf(file.path).format === 'parquet';
  return {
    $schema: profile('datapackage'),
    name: dataset.name,
    title: dataset.title.en,
    title_zh: dataset.title.zh,
    description: dataset.description.en,
    description_zh: dataset.description.zh,
    version,
    schema_version: schemaVersion,
    created,
    ...(address && { homepage: address }),
    keywords: dataset.keywords.flatMap(({ zh, en }) => [zh, en]),
    contributors: [{ title: dataset.creator.en, organization: dataset.creator.zh, roles: ['creator', 'publisher'] }],
    licenses: licences,
    text_rights: dataset.textRights.en,
    text_rights_zh: dataset.textRights.zh,
    sources: dataset.sources.map(({ zh, en }) => ({ title: `${zh} / ${en}` })),
    resources: [
      ...parquetTableNames.flatMap((name) =>
        tableResource(
          name,
          files.filter((file) => file.table === name && parquet(file)),
        ),
      ),
      ...files.filter((file) => !parquet(file)).map(fileResource),
    ],
  };
}
