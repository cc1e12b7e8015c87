import type { ParquetTableName } from '../../../schemas/tables.ts';

/** A file of a release, as the manifest lists it. */
export interface ReleaseFile {
  /** Below the folder of the release: `parquet/cells/year=2020/part-0.parquet`. */
  readonly path: string;
  readonly bytes: number;
  /** 64 lower-case hexadecimal digits. */
  readonly sha256: string;
  /** The table it holds rows of, if it does. */
  readonly table?: ParquetTableName;
}

/** What a release knows of itself when its descriptors are written. */
export interface ReleaseFacts {
  /** `v2026.11.0` */
  readonly version: string;
  readonly schemaVersion: string;
  /** RFC 3339, part of the release's state and no reading of a clock: the same state gives the same descriptors. */
  readonly created: string;
  /** First and last report year. */
  readonly years: { readonly first: number; readonly last: number };
  /** Address of the release's folder with a trailing slash, where it is known. */
  readonly address?: string;
  readonly files: readonly ReleaseFile[];
}

interface Format {
  readonly format: string;
  readonly mediatype: string;
}

const formats: Readonly<Record<string, Format>> = {
  parquet: { format: 'parquet', mediatype: 'application/vnd.apache.parquet' },
  csv: { format: 'csv', mediatype: 'text/csv' },
  xlsx: { format: 'xlsx', mediatype: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  json: { format: 'json', mediatype: 'application/json' },
  jsonld: { format: 'jsonld', mediatype: 'application/ld+json' },
  html: { format: 'html', mediatype: 'text/html' },
  md: { format: 'md', mediatype: 'text/markdown' },
  sql: { format: 'sql', mediatype: 'application/sql' },
  cff: { format: 'cff', mediatype: 'application/yaml' },
  duckdb: { format: 'duckdb', mediatype: 'application/octet-stream' },
};

/** Format and media type by the end of a name; a `.gz` around it is given beside it. Plain text for a name without an end. */
export function formatOf(path: string): Format & { readonly gzip: boolean } {
  const gzip = path.endsWith('.gz');
  const end =
    path
      .slice(0, gzip ? -3 : undefined)
      .split('/')
      .at(-1)
      ?.split('.')
      .at(-1) ?? '';
  return { ...(formats[end] ?? { format: 'txt', mediatype: 'text/plain' }), gzip };
}
