import type { DocumentFormat, Issue } from '../schemas/report.ts';

/** Where a document came from and what a person declared about it (contract 1: sidecar, metadata, options). */
export interface Source {
  /** Base name of the file. */
  readonly name: string;
  readonly sourceUrl?: string | undefined;
  readonly retrieved?: string | undefined;
  /** Hash of the bytes: tells an agency that has no name (contract 1). */
  readonly sha256?: string | undefined;
  /** Identity set by hand in a sidecar; wins over everything read. */
  readonly declared?: { readonly agencyId?: string | undefined; readonly year?: number | undefined } | undefined;
}

/** A cell between printed borders (HTML, Word, sheet, pipes, tabs). Columns count from 0 in the table's grid. */
export interface GridCell {
  readonly text: string;
  readonly column: number;
  readonly columns: number;
  readonly rows: number;
  /** Lines below the one of its row it is printed on, where a text prints a row on several. */
  readonly below?: number;
}

/** One line of the shown text; `n` counts from 1 and is the line number users see. */
export interface Line {
  readonly n: number;
  /** As shown, in the page's own script; the cells of a row are joined by tabs. */
  readonly text: string;
  /** Same length as `text`, full-width folded to half-width and Traditional to Simplified: what matching reads. */
  readonly folded: string;
  /** The row's cells with folded text, where borders are printed; absent on a line of running text. */
  readonly row?: GridRow | undefined;
}

/** A row of a printed table: which table of the document, its cells in print order. */
export interface GridRow {
  readonly table: number;
  readonly cells: readonly GridCell[];
  /** Where cells have their columns by counting (text): whether there are as many as in the other rows of the table. */
  readonly even?: boolean | undefined;
}

/** What the container said about the document outside its shown text. */
export interface Hints {
  /** `<title>`, `ArticleTitle` and the like, most specific first. */
  readonly titles: readonly string[];
  /** Publisher fields: 发布机构, ContentSource, author. */
  readonly publishers: readonly string[];
  /** Publication dates as printed in metadata. */
  readonly published: readonly string[];
  /** Canonical address or MHTML Content-Location. */
  readonly address: string | null;
  /** Links to files that may hold the report: name and href. */
  readonly attachments: readonly { readonly name: string; readonly href: string }[];
  /** Number of links in the page, and characters inside them: a list page is mostly links. */
  readonly links: number;
  readonly linkedCharacters: number;
}

/** A document after reading, in one shape for every format. */
export interface Doc {
  readonly format: DocumentFormat;
  readonly encoding: string | null;
  readonly script: 'simplified' | 'traditional';
  readonly lines: readonly Line[];
  readonly hints: Hints;
  readonly issues: readonly Issue[];
}

/** Hints of a format that carries none. */
export const noHints: Hints = { titles: [], publishers: [], published: [], address: null, attachments: [], links: 0, linkedCharacters: 0 };
