import { t } from '../language.ts';
import type { MakePage } from '../page.ts';
import { agency } from './agency.ts';
import { overview } from './overview.ts';
import { report } from './report.ts';

interface Entry {
  readonly id: string;
  readonly name: () => string;
  readonly make: MakePage;
  readonly inMenu: boolean;
}

const entry = (id: string, zh: string, en: string, make: MakePage, inMenu = true): Entry => ({ id, name: () => t(zh, en), make, inMenu });

/** Every page, in the order of the menu. */
export const pages: readonly Entry[] = [
  entry('overview', '总览', 'Overview', overview),
  entry('agency', '机关', 'Agency', agency, false),
  entry('report', '报告', 'Report', report, false),
];
