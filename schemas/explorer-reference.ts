import type { Text } from './tables.ts';

// What the explorer says of the forms, the release and the dataset itself; see `explorer.ts`.

/** A row or column of a form by its code. */
export interface FormLabel extends Text {
  readonly code: string;
}

/** A row as the form prints it. */
export interface FormRow extends FormLabel {
  readonly role: string;
  readonly subtotal?: string | undefined;
  readonly article: string;
}

/** A line above several rows, which some sites print a subtotal in. */
export interface FormHeading extends FormLabel {
  readonly subtotal?: string | undefined;
}

/** Rows that stand under the same columns. */
export interface FormGroup {
  readonly heading: Text | null;
  readonly columns: readonly FormLabel[];
  readonly rows: readonly FormRow[];
}

/** A table of a form. */
export interface FormTable extends Text {
  readonly table: string;
  readonly headings: readonly FormHeading[];
  readonly groups: readonly FormGroup[];
}

/** A sum that must hold: see `relations.ts`; terms are plain text here. */
export interface Relation {
  readonly check: string;
  readonly table: string;
  readonly each: 'row' | 'column' | 'once';
  readonly name?: string;
  readonly left: readonly string[];
  readonly is: '=' | '<=' | '>=';
  readonly right: readonly string[];
}

/** `data/forms.json`: the printed forms, to lay a report's numbers out as its page had them, and the sums that must hold. */
export interface FormsFile {
  readonly forms: readonly (Text & { readonly id: string; readonly document: string; readonly tables: readonly FormTable[] })[];
  readonly relations: readonly Relation[];
  readonly checks: Readonly<Record<string, Text & { readonly severity: string; readonly article: string | null }>>;
  readonly issues: Readonly<Record<string, Partial<Text>>>;
  readonly words: Readonly<Record<string, Text>>;
  readonly columns: readonly string[];
  readonly headlines: Readonly<Record<string, Text & { readonly cell: string | null }>>;
}

/** `data/files.json`: what the data page offers of the newest release. */
export interface FilesFile {
  readonly version: string;
  readonly created: string;
  readonly files: readonly { readonly path: string; readonly bytes: number; readonly sha256: string; readonly rows?: number }[];
}

/** One entry of `data/queries.json`: a saved analysis with its defaults filled in, ready to run or to copy. */
export interface SavedQuery {
  readonly name: string;
  readonly title: Text;
  readonly question: Text;
  readonly columns: readonly (Text & { readonly name: string })[];
  readonly sql: string;
}

/** A published value, cut where it is long, and the report it stands in; `cell` is its cell there. */
export interface Example {
  readonly value: string;
  readonly agency: string | null;
  readonly name: string | null;
  readonly year: number | null;
  readonly cell?: string;
}

/** `data/examples.json`: a value of each column, by `table.column`, and of each row of the forms, by `table.row`. */
export interface ExamplesFile {
  readonly columns: Readonly<Record<string, Example>>;
  readonly rows: Readonly<Record<string, Example>>;
}

/** `data/codebook.json`: every table, column and code with its meaning. */
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
      readonly unit?: string | undefined;
      readonly article?: string | undefined;
      readonly codes?: string | undefined;
      readonly note?: Text | undefined;
    })[];
  })[];
}
