import type { KindCode } from './agency-kinds.ts';

/** Organ of the centre at the head of a vertical system; its local organs bear its name before that of the place. */
export interface VerticalHead {
  readonly name: string;
  /** Kind of its local organs; absent where their own name says it. */
  readonly kind?: KindCode;
}

/** Heads of vertical systems: 国家税务总局 in 国家税务总局佛山市税务局, 中国证监会 in 中国证监会福建监管局. */
export const verticalHeads: readonly VerticalHead[] = [
  { name: '国家税务总局', kind: 'tax-bureau' },
  { name: '国家统计局', kind: 'survey-team' },
  { name: '中国人民银行', kind: 'central-bank-branch' },
  { name: '国家金融监督管理总局', kind: 'financial-regulator' },
  { name: '中国银行保险监督管理委员会', kind: 'financial-regulator' },
  { name: '中国银保监会', kind: 'financial-regulator' },
  { name: '中国银行业监督管理委员会', kind: 'banking-regulator' },
  { name: '中国银监会', kind: 'banking-regulator' },
  { name: '中国保险监督管理委员会', kind: 'insurance-regulator' },
  { name: '中国保监会', kind: 'insurance-regulator' },
  { name: '中国证券监督管理委员会', kind: 'securities-regulator' },
  { name: '中国证监会', kind: 'securities-regulator' },
  { name: '国家能源局', kind: 'energy-regulator' },
  { name: '中华人民共和国' },
];

/** Kinds whose organs are named by the stem of their place: 厦门海关, 福建海事局. */
export const stemKinds: ReadonlySet<string> = new Set<KindCode>([
  'survey-team',
  'customs',
  'maritime',
  'inspection-quarantine',
  'financial-regulator',
  'banking-regulator',
  'insurance-regulator',
  'securities-regulator',
  'central-bank-branch',
  'energy-regulator',
  'communications-administration',
]);

/** Organs of no listed kind that are named by the stem of their province: 河南煤矿安全监察局. */
export const provincialStemOrgans: ReadonlySet<string> = new Set(['煤矿安全监察局', '矿山安全监察局']);

/** Of the kinds named by a stem, those that stand at a province where their place may be one: 吉林证监局 is that of 吉林省, 海南海事局 of 海南省. */
export const provincialStemKinds: ReadonlySet<string> = new Set<KindCode>([
  'maritime',
  'securities-regulator',
  'insurance-regulator',
  'energy-regulator',
  'communications-administration',
]);
