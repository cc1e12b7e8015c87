// What the explorer reads: the files that `gongkai site` writes, and the report object of contract 1.

/** A sentence or label in both languages. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

export interface Meta {
  readonly reports: number;
  readonly agencies: number;
  readonly years: readonly number[];
  readonly regions: Readonly<Record<string, number>>;
  readonly coverages: Readonly<Record<string, number>>;
  readonly parser_version: string;
  readonly release: string | null;
  readonly report_address: string | null;
  readonly releases_address: string | null;
}

export interface Labels {
  readonly codes: Readonly<Record<string, Readonly<Record<string, Text>>>>;
  readonly regions: Readonly<Record<string, Text>>;
  readonly kinds: Readonly<Record<string, Text>>;
  readonly parts: Readonly<Record<string, Text>>;
}

export interface CubeFile {
  readonly keys: readonly string[];
  readonly blocks: readonly { readonly id: string; readonly parts: readonly string[] }[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

export interface IndexFile {
  readonly divisions: readonly string[];
  readonly agencies: readonly (readonly [string, string, string, readonly string[], number, number, number])[];
}

/** Check id, instance, left, right, severity. */
export type FailedCheck = readonly [string, string | null, number | null, number | null, string];

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
}

export interface Peers {
  readonly reports: number;
  readonly received: number | null;
  readonly disclosed: number | null;
}

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

export interface FormLabel extends Text {
  readonly code: string;
}

export interface FormRow extends FormLabel {
  readonly role: string;
  readonly subtotal?: string;
  readonly article: string;
}

export interface FormGroup {
  readonly heading: Text | null;
  readonly columns: readonly FormLabel[];
  readonly rows: readonly FormRow[];
}

export interface FormTable extends Text {
  readonly table: string;
  readonly headings: readonly (FormLabel & { readonly subtotal?: string })[];
  readonly groups: readonly FormGroup[];
}

export interface Relation {
  readonly check: string;
  readonly table: string;
  readonly each: 'row' | 'column' | 'once';
  readonly name?: string;
  readonly left: readonly string[];
  readonly is: '=' | '<=' | '>=';
  readonly right: readonly string[];
}

export interface FormsFile {
  readonly forms: readonly (Text & { readonly id: string; readonly document: string; readonly tables: readonly FormTable[] })[];
  readonly relations: readonly Relation[];
  readonly checks: Readonly<Record<string, Text & { readonly severity: string; readonly article: string | null }>>;
  readonly issues: Readonly<Record<string, Partial<Text>>>;
  readonly words: Readonly<Record<string, Text>>;
  readonly columns: readonly string[];
  readonly headlines: Readonly<Record<string, Text & { readonly cell: string | null }>>;
}

export interface Cell {
  readonly code: string;
  readonly value: number | null;
  readonly status: string;
  readonly raw: string | null;
  readonly unit: string | null;
  readonly line: number | null;
  readonly raw_label?: string;
}

export interface CheckResult {
  readonly id: string;
  readonly instance?: string;
  readonly outcome: string;
  readonly severity: string;
  readonly left: number | null;
  readonly right: number | null;
  readonly message: string;
}

export interface Report {
  readonly parser_version: string;
  readonly document: {
    readonly sha256: string;
    readonly bytes: number;
    readonly name: string;
    readonly format: string | null;
    readonly encoding: string | null;
    readonly source_url: string | null;
  };
  readonly agency: {
    readonly agency_id: string;
    readonly name: string | null;
    readonly division_name: string | null;
    readonly resolution: string;
  };
  readonly report: {
    readonly kind: string | null;
    readonly year: number | null;
    readonly title: string | null;
    readonly published: string | null;
    readonly coverage: string | null;
  };
  readonly forms: Readonly<Record<string, string | null>>;
  readonly tables: Readonly<Record<string, string>>;
  readonly cells: readonly Cell[];
  readonly mentions: readonly {
    readonly code: string;
    readonly value: number;
    readonly unit: string;
    readonly snippet: string;
    readonly section: number;
    readonly offset: number;
  }[];
  readonly sections: readonly { readonly n: number; readonly heading: string; readonly first_line: number; readonly text: string }[];
  readonly checks: readonly CheckResult[];
  readonly issues: readonly { readonly code: string; readonly severity: string; readonly message: string; readonly line: number | null }[];
}

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
  readonly worst: readonly {
    readonly agency_id: string;
    readonly name: string | null;
    readonly year: number;
    readonly failed: number;
    readonly checks: readonly string[];
  }[];
}

export interface FilesFile {
  readonly version: string;
  readonly created: string;
  readonly files: readonly { readonly path: string; readonly bytes: number; readonly sha256: string; readonly rows?: number }[];
}

export interface SavedQuery {
  readonly name: string;
  readonly title: Text;
  readonly question: Text;
  readonly columns: readonly (Text & { readonly name: string })[];
  readonly sql: string;
}

export interface Codebook {
  readonly dataset: {
    readonly name: string;
    readonly title: Text;
    readonly description: Text;
    readonly creator: Text;
    readonly licence: { readonly spdx: string; readonly title: string; readonly path: string };
    readonly textRights: Text;
  };
  readonly codes: Readonly<Record<string, Readonly<Record<string, Text>>>>;
  readonly tables: readonly (Text & {
    readonly name: string;
    readonly about: Text;
    readonly key: readonly string[];
    readonly columns: readonly (Text & {
      readonly name: string;
      readonly kind: string;
      readonly nullable: boolean;
      readonly unit?: string;
      readonly article?: string;
      readonly codes?: string;
      readonly note?: Text;
    })[];
  })[];
}
