// What the explorer reads: the files that `gongkai site` writes, and the report object of contract 1. Types only: no code of other
// rooms reaches the browser.
import type { Report } from '../schemas/report.ts';

export type * from '../schemas/explorer.ts';
export type * from '../schemas/explorer-reference.ts';
export type { CheckResult, Report, ReportCell as Cell } from '../schemas/report.ts';
export type { Text } from '../schemas/tables.ts';

/** An issue as the report object has it, or as `gongkai serve` tells it of a document it read: in English too. */
export type ToldIssue = Report['issues'][number] & { readonly english?: string };
