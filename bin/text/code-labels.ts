import { agencyKinds } from '../../schemas/agency-kinds.ts';
import { codeLists } from '../../schemas/codes.ts';
import { regions } from '../../schemas/regions.ts';
import type { Io } from '../io.ts';
import { columnLabel, rowLabel } from './labels.ts';
import type { Text } from './language.ts';

const inList = (list: Readonly<Record<string, Text>>) => (code: string) => list[code];

/** Columns of saved queries that hold codes, and what the codes are called. */
const called: Readonly<Record<string, (code: string) => Text | undefined>> = {
  agency_kind: (code) => agencyKinds.find((kind) => kind.code === code),
  applicant: (code) => columnLabel('applications', 'new_received', code, null),
  coverage: inList(codeLists.coverage),
  decision: (code) => rowLabel('disclosure', code, null),
  division_level: inList(codeLists.division_level),
  form: inList(codeLists.form),
  outcome: inList(codeLists.document_outcome),
  reason: (code) => rowLabel('applications', code, null),
  region: inList(regions),
  severity: inList(codeLists.severity),
};

/** Codes that are English words themselves; a label would only be longer. */
const plainEnglish = new Set(['coverage', 'division_level', 'form', 'outcome', 'severity']);

/** What a code in a column of a saved query is called in the reader's language; what is no code stays as it is. */
export function codeLabel(io: Io, column: string, value: string): string {
  if (io.language === 'en' && plainEnglish.has(column)) return value;
  const text = called[column]?.(value);
  return text ? io.text(text) : value;
}
