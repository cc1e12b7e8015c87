import { createHash } from 'node:crypto';

// The only place that spells an object key (contract 3). The same keys in S3 and under the local dataset folder.

/** One agency in one year: the unit that has one winner. */
export interface Partition {
  readonly agency: string;
  readonly year: number;
}

/** All agencies of one region in one year: the unit of compaction. */
export interface Shard {
  readonly year: number;
  readonly region: string;
}

/** Region of agencies whose division is not known. */
const unresolvedRegion = 'xx';

/** Region of national organs. */
const nationalRegion = '00';

const agencyId = /^([0-9]{6}|[0-9]{9}|u)-[a-z0-9-]{1,80}$/;

/**
 * Region of an agency: the first two digits of its division code, `00` for national organs, `xx` unresolved.
 * It reads the id, not the report, so that all candidates of an agency have one pointer.
 */
export function regionOf(agency: string): string {
  const digits = /^(\d\d)\d{4}(?:\d{3})?-/.exec(agency)?.[1];
  if (digits === undefined) return unresolvedRegion;
  return digits < '11' ? nationalRegion : digits;
}

/** Whether an id is safe as a path segment: lower-case ASCII as contract 2 wants it. */
export const isAgencyId = (id: string): boolean => agencyId.test(id);

/** The shard an agency and year belong to. */
export const shardOf = ({ agency, year }: Partition): Shard => ({ year, region: regionOf(agency) });

/** `2020/35`: a shard as a map key or in a message. */
export const shardName = ({ year, region }: Shard): string => `${year}/${region}`;

const folder = ({ agency, year }: Partition) => `agency=${agency}/year=${year}`;
const hash = (...parts: readonly string[]) => createHash('sha256').update(parts.join('\0')).digest('hex');
const reread = (variant: string | null) => (variant === null ? '' : `+${variant}`);

/** Identity of one file received: hash of its key and version. */
export const receiptId = (key: string, version: string): string => hash(key, version);

/** Keys of the state bucket. */
export const stateKeys = {
  /** Exactly one per file received. */
  receipt: (id: string) => `state/receipts/${id}.json`,
  receipts: 'state/receipts/',
  /** Index of receipts by content: which files had these bytes. */
  sighting: (sha256: string, id: string) => `state/sightings/${sha256}/${id}.json`,
  sightings: (sha256: string) => `state/sightings/${sha256}/`,
  sightingsFrom: (start: string) => `state/sightings/${start}`,
  /** What a parser version made of a document; `variant` tells readings of the same bytes under other declarations apart. */
  reading: (sha256: string, parserVersion: string, variant: string | null = null) =>
    `state/readings/${sha256}/${parserVersion}${reread(variant)}.json`,
  readings: (sha256: string) => `state/readings/${sha256}/`,
  allReadings: 'state/readings/',
  candidate: (partition: Partition, sha256: string, parserVersion: string, variant: string | null = null) =>
    `state/candidates/${folder(partition)}/${sha256}.${parserVersion}${reread(variant)}.json.gz`,
  candidates: (partition: Partition) => `state/candidates/${folder(partition)}/`,
  /** The winner's pointer: moves by compare-and-swap. */
  pointer: (partition: Partition) => `state/current/year=${partition.year}/region=${regionOf(partition.agency)}/${partition.agency}.json`,
  pointers: ({ year, region }: Shard) => `state/current/year=${year}/region=${region}/`,
  allPointers: 'state/current/',
  quarantine: (sha256: string, parserVersion: string, variant: string | null = null) =>
    `state/quarantine/${sha256}.${parserVersion}${reread(variant)}.json`,
  /** What the compacted objects of a shard were made from: moves by compare-and-swap. */
  shard: ({ year, region }: Shard) => `state/shards/year=${year}/region=${region}.json`,
  allShards: 'state/shards/',
  /** What became of the documents of one piece of the list: moves by compare-and-swap. */
  documentEntries: (piece: string) => `state/shards/documents-${piece}.json.gz`,
  documentPieces: (part: string) => `state/shards/documents-${part}`,
  /** What a part of the documents table, or the tables without a year, were made from. */
  documentsPart: (part: string) => `state/shards/documents-${part}.json`,
  singles: 'state/shards/single-tables.json',
  /** Which data a version of the dataset was begun from: written once, for ever. */
  releaseClaim: (version: string) => `state/releases/${version}.json`,
} as const;

/** Keys of the open bucket. */
export const openKeys = {
  agencyReport: (partition: Partition) => `open/agency_reports/${folder(partition)}/report.parquet`,
  agencyCells: (partition: Partition) => `open/agency_cells/${folder(partition)}/cells.parquet`,
  documentJson: (partition: Partition) => `open/documents_json/${folder(partition)}/report.json`,
  /** A compacted table of one year and region. */
  table: (table: string, { year, region }: Shard) => `open/${table}/year=${year}/region-${region}.parquet`,
  tablePrefix: (table: string) => `open/${table}/`,
  documentsPart: (part: string) => `open/documents/shard-${part}.parquet`,
  /** A table without a year. */
  single: (table: string) => `open/${table}/${table}.parquet`,
  /** The explorer: its pages and their data. */
  site: 'open/site/',
  release: (version: string) => `open/releases/${version}/`,
  releases: 'open/releases/',
  /** The only pointer to a release: moves by compare-and-swap. */
  latestRelease: 'open/releases/latest.json',
} as const;

/** Keys of the raw bucket, below the prefix that stands for it under a local dataset folder. */
export const rawKeys = {
  sidecar: (key: string) => `${key}.meta.json`,
  local: 'raw/',
  /** Where a kept file goes when other bytes have its key already. */
  keptVersion: (sha256: string) => `raw/.versions/${sha256}`,
} as const;

/** Keys that move by compare-and-swap; all others are written once or simply replaced. */
export const isMoving = (key: string): boolean => /^(state\/(current|shards)\/|open\/releases\/latest\.json$)/.test(key);

/** Key of a zip's member. */
export const memberKey = (container: string, member: string): string => `${container}/${member}`;

const pointerKey = /^state\/current\/year=(\d{4})\/region=([0-9x]{2})\/([^/]+)\.json$/;
const candidateKey = /^state\/candidates\/agency=([^/]+)\/year=(\d{4})\/([0-9a-f]{64})\.([^/]+?)(?:\+([0-9a-f]{8}))?\.json\.gz$/;
const readingKey = /^state\/readings\/([0-9a-f]{64})\/([^/]+?)(?:\+([0-9a-f]{8}))?\.json$/;
const shardKey = /^state\/shards\/year=(\d{4})\/region=([0-9x]{2})\.json$/;
const documentEntriesKey = /^state\/shards\/documents-([0-9a-f]{2})\.json\.gz$/;
const sightingKey = /^state\/sightings\/([0-9a-f]{64})\/([0-9a-f]{64})\.json$/;
const documentJsonKey = /^open\/documents_json\/agency=([^/]+)\/year=(\d{4})\/report\.json$/;
const tableKey = /^open\/([a-z_]+)\/year=(\d{4})\/region-([0-9x]{2})\.parquet$/;

/** Read keys back; null for a key of another kind. */
export const parseKey = {
  pointer(key: string): Partition | null {
    const [, year, , agency] = pointerKey.exec(key) ?? [];
    return year !== undefined && agency !== undefined ? { agency, year: Number(year) } : null;
  },
  pointerShard(key: string): Shard | null {
    const [, year, region] = pointerKey.exec(key) ?? [];
    return year !== undefined && region !== undefined ? { year: Number(year), region } : null;
  },
  candidate(key: string): (Partition & { sha256: string; parserVersion: string; variant: string | null }) | null {
    const [, agency, year, sha256, parserVersion, variant] = candidateKey.exec(key) ?? [];
    if (agency === undefined || year === undefined || sha256 === undefined || parserVersion === undefined) return null;
    return { agency, year: Number(year), sha256, parserVersion, variant: variant ?? null };
  },
  reading(key: string): { sha256: string; parserVersion: string; variant: string | null } | null {
    const [, sha256, parserVersion, variant] = readingKey.exec(key) ?? [];
    return sha256 !== undefined && parserVersion !== undefined ? { sha256, parserVersion, variant: variant ?? null } : null;
  },
  shard(key: string): Shard | null {
    const [, year, region] = shardKey.exec(key) ?? [];
    return year !== undefined && region !== undefined ? { year: Number(year), region } : null;
  },
  documentEntries(key: string): string | null {
    return documentEntriesKey.exec(key)?.[1] ?? null;
  },
  sighting(key: string): { sha256: string; receipt: string } | null {
    const [, sha256, receipt] = sightingKey.exec(key) ?? [];
    return sha256 !== undefined && receipt !== undefined ? { sha256, receipt } : null;
  },
  documentJson(key: string): Partition | null {
    const [, agency, year] = documentJsonKey.exec(key) ?? [];
    return agency !== undefined && year !== undefined ? { agency, year: Number(year) } : null;
  },
  table(key: string): (Shard & { table: string }) | null {
    const [, table, year, region] = tableKey.exec(key) ?? [];
    return table !== undefined && year !== undefined && region !== undefined ? { table, year: Number(year), region } : null;
  },
} as const;
