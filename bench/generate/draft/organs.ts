import type { Coverage } from '../../../schemas/report.ts';
import type { Place } from './places.ts';

/** A kind of organ and what it is called at each level; a level without a name has no such organ. */
interface OrganKind {
  readonly kind: string;
  readonly province: string;
  readonly prefecture: string;
  readonly county: string;
}

const bureau = (kind: string, stem: string, province = `${stem}厅`): OrganKind => ({
  kind,
  province,
  prefecture: `${stem}局`,
  county: `${stem}局`,
});
const same = (kind: string, name: string): OrganKind => ({ kind, province: name, prefecture: name, county: name });

/** Organs that report under these names from 2019 to 2025 at every level (codes as in the list of agency kinds). */
const organKinds: readonly [OrganKind, OrganKind, OrganKind, ...OrganKind[]] = [
  same('government', '人民政府'),
  { kind: 'government-office', province: '人民政府办公厅', prefecture: '人民政府办公室', county: '人民政府办公室' },
  same('development-reform', '发展和改革委员会'),
  bureau('education', '教育'),
  bureau('science-technology', '科学技术'),
  bureau('industry-it', '工业和信息化'),
  bureau('public-security', '公安'),
  bureau('civil-affairs', '民政'),
  bureau('justice-bureau', '司法'),
  bureau('finance', '财政'),
  bureau('human-resources', '人力资源和社会保障'),
  bureau('natural-resources', '自然资源'),
  bureau('ecology-environment', '生态环境'),
  bureau('housing-construction', '住房和城乡建设'),
  bureau('transport', '交通运输'),
  { kind: 'water', province: '水利厅', prefecture: '水利局', county: '水务局' },
  bureau('agriculture', '农业农村'),
  bureau('commerce', '商务'),
  { kind: 'culture-tourism', province: '文化和旅游厅', prefecture: '文化和旅游局', county: '文化和旅游局' },
  same('health', '卫生健康委员会'),
  bureau('veterans', '退役军人事务'),
  bureau('emergency', '应急管理'),
  bureau('audit', '审计'),
  same('market-regulation', '市场监督管理局'),
  same('statistics', '统计局'),
  same('healthcare-security', '医疗保障局'),
  same('petition', '信访局'),
  bureau('urban-management', '城市管理'),
];

/** An organ that reports, named as on its page. */
export interface Organ {
  readonly agencyId: string;
  readonly kind: string;
  /** With every division that tells it from its namesakes. */
  readonly name: string;
  readonly coverage: Coverage;
  readonly place: Place;
}

const municipality = (place: Place) => /^(11|12|31|50)/.test(place.code);

/** Full name of a division as organs below a province print it: 厦门市, 厦门市思明区, 北京市东城区. */
function divisionInName(place: Place): string {
  if (place.level !== 'county') return place.name;
  return municipality(place) ? place.province + place.name : place.prefecture + place.name;
}

/** Province and all: 福建省厦门市. */
export function fullDivisionName(place: Place): string {
  return [...new Set([place.province, place.prefecture, place.name])].join('');
}

/** Municipalities call their organs as cities do: 北京市司法局, not 司法厅. */
const namesOf = (place: Place): 'province' | 'prefecture' | 'county' =>
  place.level === 'province' && place.name.endsWith('市') ? 'prefecture' : place.level;

/** 地区 and 盟 have an administrative office in place of a government. */
const hasGovernment = (place: Place) => !(place.level === 'prefecture' && /(?:地区|盟)$/.test(place.name));

/** Every organ of a place that reports under one name from 2019 on, in a fixed order. */
export function organsOf(place: Place): readonly [Organ, ...Organ[]] {
  const organ = (kind: OrganKind): Organ => ({
    agencyId: `${place.code}-${kind.kind}`,
    kind: kind.kind,
    name: `${divisionInName(place)}${kind[namesOf(place)]}`,
    coverage: kind.kind === 'government' ? 'aggregate' : 'own_organ',
    place,
  });
  const [government, office, first, ...others] = organKinds;
  const departments = [organ(first), ...others.map(organ)] as const;
  return hasGovernment(place) ? [organ(government), organ(office), ...departments] : departments;
}

/** Rules (规章) are made by provinces and cities with districts only (check D04). */
export const mayMakeRules = (organ: Organ): boolean =>
  organ.kind === 'government' &&
  (organ.place.level === 'province' || (organ.place.level === 'prefecture' && organ.place.name.endsWith('市')));
