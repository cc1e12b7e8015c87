import { createHash } from 'node:crypto';
import type { Report } from '../../../schemas/report.ts';
import type { TableFormat } from '../../../src/dataset/parquet/table-format.ts';
import type { Parse } from '../../../src/dataset/parser.ts';
import type { Source } from '../../../src/model.ts';

/** What a made-up document says to one parser version. */
export interface Said {
  readonly agency: string;
  readonly year: number | null;
  /** Cells with a value; each is also a check that holds. */
  readonly values: readonly number[];
  readonly kind?: Report['report']['kind'];
}

/** A made-up document: what each parser version makes of it. */
export interface MadeUp {
  readonly id: number;
  readonly v1: Said;
  readonly v2: Said;
}

const encode = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
export const bytesOf = (document: MadeUp): Uint8Array => encode(document);
export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const codes = ['granted', 'carried_in', 'new_received', 'partially_granted'].map((row) => `applications.${row}.total`);

/** A small report; its name, address and declared identity come from the source, as in a real one. */
export function madeUpReport(document: MadeUp, said: Said, parserVersion: string, source: Source, bytes: Uint8Array): Report {
  const agency = source.declared?.agencyId ?? said.agency;
  const year = source.declared?.year ?? said.year;
  const none = { disclosure: null, applications: null, remedies: null, statistics: null } as const;
  return {
    schema_version: '1.0.0',
    parser_version: parserVersion,
    document: {
      sha256: sha256Of(bytes),
      bytes: bytes.length,
      name: source.name,
      format: 'txt',
      encoding: 'utf-8',
      script: 'simplified',
      source_url: source.sourceUrl ?? null,
      retrieved: source.retrieved ?? null,
    },
    agency: {
      agency_id: agency,
      lineage_id: agency,
      name: agency,
      name_printed: agency,
      kind: 'justice-bureau',
      division_code: agency.slice(0, 6),
      division_name: null,
      division_level: 'prefecture',
      resolution: 'title',
    },
    report: {
      kind: said.kind === undefined ? 'annual_report' : said.kind,
      year,
      title: `${document.id}`,
      period_start: null,
      period_end: null,
      published: null,
      signed: null,
      coverage: 'own_organ',
    },
    forms: { ...none, applications: '2021' },
    tables: { disclosure: 'none', applications: 'present', remedies: 'none', statistics: 'none' },
    cells: said.values.map((value, n) => ({
      code: codes[n] ?? '',
      value,
      status: 'reported' as const,
      raw: `${value}`,
      unit: 'application',
      line: n + 1,
    })),
    mentions: [],
    sections: [{ n: 0, heading: '', first_line: 1, text: `${document.id}` }],
    checks: said.values.map((value, n) => ({
      id: 'A06',
      instance: `${n}`,
      outcome: 'pass' as const,
      severity: 'error' as const,
      left: value,
      right: value,
      message: '',
    })),
    issues: said.kind === null ? [{ code: 'damaged', severity: 'error', message: 'made up as damaged', line: null }] : [],
  };
}

/** The parser of made-up documents in one version. */
export const madeUpParser =
  (version: '0.1.0' | '0.2.0'): Parse =>
  async (bytes, source) => {
    const document = JSON.parse(new TextDecoder().decode(bytes)) as MadeUp;
    const said = version === '0.1.0' ? document.v1 : document.v2;
    return { report: madeUpReport(document, said, version, source, bytes), agencyCandidates: [] };
  };

const endOfGroup = '--\n';

/** Tables as lines of JSON: as good as Parquet for what is tested here, and a hundred times faster. */
export const jsonLines: TableFormat = {
  writer: () => {
    let text = '';
    return {
      add: (rows) => {
        for (const row of rows) text += `${JSON.stringify(row)}\n`;
      },
      finish: () => (text === '' ? null : new TextEncoder().encode(text)),
    };
  },
  // A group is what ends with a mark: it must be possible to tell one from the next.
  async regroup(_, before, groups) {
    const there = new TextDecoder().decode(before ?? undefined).split(endOfGroup);
    const textOf = (rows: readonly object[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join('');
    const texts = groups.map((group) => ('kept' in group ? there[group.kept] : textOf(group.rows)) ?? '').filter((text) => text !== '');
    return texts.length === 0 ? null : new TextEncoder().encode(texts.map((text) => text + endOfGroup).join(''));
  },
  async *decode(_, bytes) {
    yield new TextDecoder()
      .decode(bytes)
      .trimEnd()
      .split('\n')
      .filter((line) => line !== '--')
      .map((line) => JSON.parse(line));
  },
};
