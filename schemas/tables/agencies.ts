import { reportKey } from './columns.ts';
import { table } from './table.ts';

const { agency_id, lineage_id } = reportKey;

/** Every agency that has a published report. */
export const agencies = table({
  zh: '机关',
  en: 'Agencies',
  about: { zh: '每个机关一行', en: 'One row per agency with a published report' },
  file: 'open/agencies/agencies.parquet',
  partitions: {},
  columns: {
    agency_id,
    lineage_id,
    agency_name: { kind: 'text', nullable: true, zh: '最近名称', en: 'Newest name' },
    names: {
      kind: { list: { struct: { name: 'text', first_year: 'int', last_year: 'int' } } },
      zh: '历年名称',
      en: 'Names over the years',
    },
    agency_kind: { kind: 'text', nullable: true, zh: '机关类别', en: 'Kind of organ' },
    division_code: { kind: 'text', nullable: true, zh: '区划代码', en: 'Division code' },
    division_level: { kind: 'text', nullable: true, codes: 'division_level', zh: '区划级别', en: 'Level of the division' },
    first_year: { kind: 'int', zh: '最早报告年度', en: 'First report year' },
    last_year: { kind: 'int', zh: '最近报告年度', en: 'Last report year' },
    reports: { kind: 'int', zh: '报告数', en: 'Published reports' },
  },
  sort: ['agency_id'],
  key: ['agency_id'],
  references: [],
});

/** How agencies follow one another. */
export const agencyRelations = table({
  zh: '机关沿革',
  en: 'Agency relations',
  about: { zh: '机关更名、合并、分立、区划代码变更', en: 'Agencies renamed, merged, split, or given another division code' },
  file: 'open/agency_relations/agency_relations.parquet',
  partitions: {},
  columns: {
    from_id: { kind: 'text', zh: '原机关代码', en: 'Agency before' },
    to_id: { kind: 'text', zh: '现机关代码', en: 'Agency after' },
    year: { kind: 'int', zh: '变更年度', en: 'Year of the change' },
    relation: { kind: 'text', codes: 'relation', zh: '关系', en: 'Relation' },
  },
  sort: ['from_id', 'to_id', 'year', 'relation'],
  key: ['from_id', 'to_id', 'year', 'relation'],
  references: [],
});

/** Who an unresolved agency might be. */
export const agencyCandidates = table({
  zh: '机关候选',
  en: 'Agency candidates',
  about: { zh: '未能确定的机关可能是谁', en: 'Who an unresolved agency might be, with the evidence' },
  file: 'open/agency_candidates/agency_candidates.parquet',
  partitions: {},
  columns: {
    agency_id,
    candidate_id: { kind: 'text', zh: '候选机关代码', en: 'Candidate agency' },
    agency_name: { kind: 'text', zh: '候选机关名称', en: 'Name of the candidate' },
    evidence: { kind: 'text', zh: '依据', en: 'Evidence' },
    score: { kind: 'double', zh: '分值', en: 'Score' },
  },
  sort: ['agency_id', 'candidate_id', 'evidence'],
  key: ['agency_id', 'candidate_id', 'evidence'],
  references: [],
});
