import { t } from '../language.ts';
import type { MakePage } from '../page.ts';
import { agencies } from './agencies.ts';
import { agency } from './agency.ts';
import { applicants } from './applicants.ts';
import { codebook } from './codebook.ts';
import { compare } from './compare.ts';
import { coverage } from './coverage.ts';
import { data } from './data.ts';
import { disputes } from './disputes.ts';
import { drop } from './drop.ts';
import { missing } from './missing.ts';
import { overview } from './overview.ts';
import { reasons } from './reasons.ts';
import { report } from './report.ts';
import { sql } from './sql.ts';

interface Entry {
  readonly id: string;
  readonly name: () => string;
  readonly make: MakePage;
  /** Whether it shows numbers of reports, and has nothing to show without any. */
  readonly ofReports: boolean;
  /** In the menu always, only where `gongkai serve` answers, or reached from other pages. */
  readonly where: 'menu' | 'live' | 'deep';
}

const entry = (id: string, zh: string, en: string, make: MakePage, where: Entry['where'] = 'menu', ofReports = false): Entry => ({
  id,
  name: () => t(zh, en),
  make,
  ofReports,
  where,
});

const reportsEntry = (id: string, zh: string, en: string, make: MakePage): Entry => entry(id, zh, en, make, 'menu', true);

/** Every page, in the order of the menu. */
export const pages: readonly Entry[] = [
  reportsEntry('overview', '总览', 'Overview', overview),
  reportsEntry('reasons', '理由', 'Reasons', reasons),
  reportsEntry('compare', '比较', 'Compare', compare),
  reportsEntry('applicants', '申请人', 'Applicants', applicants),
  reportsEntry('disputes', '复议诉讼', 'Disputes', disputes),
  reportsEntry('agencies', '机关', 'Agencies', agencies),
  entry('agency', '机关', 'Agency', agency, 'deep'),
  entry('report', '报告', 'Report', report, 'deep'),
  entry('missing', '缺少的报告', 'Missing reports', missing, 'deep'),
  entry('coverage', '覆盖与质量', 'Coverage', coverage),
  entry('data', '下载', 'Data', data),
  entry('sql', 'SQL', 'SQL', sql),
  entry('codebook', '指标字典', 'Codebook', codebook),
  entry('read', '读取文件', 'Read a file', drop, 'live'),
];
