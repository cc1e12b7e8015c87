/** The tables of contract 1: three of the current forms, and the statistics form printed before 2019. */
export type TableCode = 'disclosure' | 'applications' | 'remedies' | 'statistics';

/** Unit of a printed number; money is CNY except where the form prints 10,000 CNY. */
export type Unit = 'item' | 'document' | 'case' | 'project' | 'application' | 'CNY' | 'CNY_10K' | 'person' | 'time';

/** A printed label: Simplified Chinese as in the form, other spellings seen or expected, English. */
export interface Label {
  readonly zh: string;
  readonly variants: readonly string[];
  readonly en: string;
}

/** A column of a form's table. `optional` columns are listed only when printed (contract 1). */
export interface FormColumn extends Label {
  readonly code: string;
  readonly unit: Unit;
  readonly optional?: true;
  /** Labels printed over other columns: they name this one where none of those is printed. */
  readonly spanning?: { readonly labels: readonly string[]; readonly over: readonly string[] };
}

/**
 * A row of a form's table; `subtotal` names the printed subtotal it belongs to, `article` its clause, `unit` what it counts where
 * the columns do not say.
 */
export interface FormRow extends Label {
  readonly code: string;
  readonly unit?: Unit;
  readonly article: string;
  readonly role: 'received' | 'result' | 'processed' | 'carried_out' | 'value';
  readonly subtotal?: string;
  readonly optional?: true;
}

/** A heading row inside a table. `subtotal` is the row code its numbers get where a site prints them. */
export interface FormHeading extends Label {
  readonly code: string;
  readonly subtotal?: string;
}

/** Rows that share columns: a clause of table 2, the whole of tables 3 and 4. */
export interface FormGroup {
  readonly code: string;
  readonly heading: Label | null;
  readonly article: string;
  readonly columns: readonly FormColumn[];
  readonly rows: readonly FormRow[];
}

/** One table of a form. `evidence` are the labels that tell the form; variants never do (domain 1). */
export interface FormTable {
  readonly table: TableCode;
  readonly heading: Label;
  readonly groups: readonly FormGroup[];
  readonly headings: readonly FormHeading[];
  /** Printed words of the table's head that name neither a row nor a column. */
  readonly headWords: readonly string[];
  readonly evidence: { readonly any: readonly string[]; readonly none: readonly string[] };
}

/** One printed form as plain data: no function, no regular expression, so that a release can publish it. */
export interface Form extends Omit<Label, 'variants'> {
  readonly id: string;
  readonly document: string;
  readonly years: { readonly from: number; readonly to: number | null };
  readonly tables: readonly FormTable[];
}
