import type { Text } from './tables.ts';

// The files `src/site/` writes and the pages of `site/` read: one declaration for both, so that neither can forget the other.

/** `data/meta.json`: the numbers the first page opens with, and where the files of the dataset lie. */
export interface Meta {
  readonly reports: number;
  readonly agencies: number;
  readonly years: readonly number[];
  readonly regions: Readonly<Record<string, number>>;
  readonly coverages: Readonly<Record<string, number>>;
  /** Reports by kind of agency: each has a file of sums, `data/kind/<kind>.json`. */
  readonly kinds: Readonly<Record<string, number>>;
  readonly parser_version: string;
  readonly release: string | null;
  readonly report_address: string | null;
  readonly releases_address: string | null;
}

/** `data/labels.json`: what every code a page shows is called. */
export interface Labels {
  readonly codes: Readonly<Record<string, Readonly<Record<string, Text>>>>;
  readonly regions: Readonly<Record<string, Text>>;
  readonly kinds: Readonly<Record<string, Text>>;
  readonly parts: Readonly<Record<string, Text>>;
}

/** `data/overview.json` and its like: one row per combination of keys: `keys`, the number of reports, then per block its reports and sums. */
export interface CubeFile {
  readonly keys: readonly string[];
  readonly blocks: readonly { readonly id: string; readonly parts: readonly string[] }[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** One agency in the index: id, name, pinyin initials, former names, place in `divisions`, first year, last year, years without a report. */
export type IndexEntry = readonly [string, string, string, readonly string[], number, number, number, readonly number[]];

/** `data/agencies/<region>.json`: the agencies of one region, as search loads them. */
export interface IndexFile {
  readonly divisions: readonly string[];
  readonly agencies: readonly IndexEntry[];
}

/** Check id, instance, left, right, severity. */
export type FailedCheck = readonly [string, string | null, number | null, number | null, string];

/** One report of an agency: `values` in the order of the headline columns. */
export interface AgencyReport {
  readonly year: number;
  readonly coverage: string | null;
  readonly report_kind: string;
  readonly title: string | null;
  readonly name: string | null;
  readonly published: string | null;
  readonly deadline: string | null;
  readonly source_url: string | null;
  readonly format: string;
  readonly forms: readonly (string | null)[];
  readonly cells: readonly [number, number];
  readonly checks: readonly [number, number];
  readonly candidates: number;
  readonly failed: readonly FailedCheck[];
  readonly values: readonly (number | null)[];
  /** Status of the headline cells that stand in the report without a number, by column. A column in neither is not on its form. */
  readonly lacking: Readonly<Record<string, string>>;
}

/** What other agencies of the same kind and level reported in a year. */
export interface Peers {
  readonly reports: number;
  /** Median of applications received, over those that give it. */
  readonly received: number | null;
  /** Share of processed applications disclosed in full or in part, over all reports that give the numbers. */
  readonly disclosed: number | null;
}

/** `data/agency/<id>.json`: everything the page of one agency needs, in one request. */
export interface AgencyFile {
  readonly agency_id: string;
  readonly lineage_id: string;
  readonly name: string | null;
  readonly names: readonly { readonly name: string; readonly first_year: number; readonly last_year: number }[];
  readonly kind: string | null;
  readonly division_code: string | null;
  readonly division_name: string | null;
  readonly division_level: string | null;
  readonly region: string;
  readonly relations: readonly { readonly from_id: string; readonly to_id: string; readonly year: number; readonly relation: string }[];
  readonly peers: Readonly<Record<string, Peers | null>>;
  readonly reports: readonly AgencyReport[];
}

/** `data/quality.json`: how far the data can be trusted. */
export interface QualityFile {
  readonly years: readonly {
    readonly year: number;
    readonly reports: number;
    readonly cells: number;
    readonly without: number;
    readonly failed: number;
    readonly assessed: number;
    readonly late: number;
    readonly dated: number;
  }[];
  readonly checks: readonly {
    readonly id: string;
    readonly severity: string;
    readonly pass: number;
    readonly warn: number;
    readonly fail: number;
    readonly not_assessable: number;
  }[];
  readonly documents: readonly (readonly [string, number])[];
  readonly quarantine: readonly (readonly [string, number])[];
  /** Region, year, and how many agencies lack a report there: between two of theirs, before their first, after their last. */
  readonly absent: readonly (readonly [string, number, number, number, number])[];
  readonly worst: readonly {
    readonly agency_id: string;
    readonly name: string | null;
    readonly year: number;
    readonly failed: number;
    readonly checks: readonly string[];
  }[];
}
