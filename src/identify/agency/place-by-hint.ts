import type { Resolution } from '../../../schemas/report.ts';
import type { AgencyName } from '../name/agency-name.ts';
import { codesFor } from '../place/codes.ts';
import { cityCode, type Division, isDistrict } from '../place/divisions.ts';
import type { PlaceHint } from '../place/hints.ts';

const levels: Readonly<Record<string, RegExp>> = {
  省: /省$/,
  市: /市$/,
  县: /县$/,
  区: /区$/,
  旗: /旗$/,
  州: /州$/,
  盟: /盟$/,
  自治区: /自治区$/,
  自治州: /自治州$/,
  自治县: /自治县$/,
  自治旗: /自治旗$/,
};

/** Whether a division is of the level that a name gives: 德安县 for 县应急管理局. */
export const ofLevel = (division: Division, level: string): boolean => level === '' || (levels[level]?.test(division.name) ?? false);

const institutions = new Set(['school', 'hospital', 'utility']);

/** A district's address is that of its city: which of them runs a school the address does not say. */
function cityOf(code: string, divisions: readonly Division[]): string {
  const division = divisions.find((one) => one.code === code);
  return division && isDistrict(division) ? cityCode(code) : code;
}

/** The one code a hint leaves for a name that has no place of its own; null where it leaves several or does not fit. */
function codeFrom(name: AgencyName, { divisions, resolution, isAddress }: PlaceHint, year: number | null): string | null {
  const fitting = divisions.filter((division) => ofLevel(division, name.level));
  const codes = codesFor(fitting, year);
  const [code] = codes;
  if (code === undefined || codes.length > 1) return null;
  if (name.township) return code;
  if (institutions.has(name.organ?.kind ?? '')) return isAddress ? cityOf(code, fitting) : code;
  // Pages of counties lie on their city's site: a city is meant only where the name or a register says so.
  const county = !code.endsWith('00');
  const sure = name.level !== '' || resolution === 'social_credit_code';
  return resolution === 'context' && name.level === '' ? null : county || sure ? code : null;
}

/** A name with the place that a hint gives it. */
export interface Placed {
  /** Codes the place may have: one, or those of the townships' counties to look in. */
  readonly code: string;
  readonly resolution: Resolution;
}

/** The place of a name that has none, by the strongest hint that leaves one. */
export function placeFor(name: AgencyName, hints: readonly PlaceHint[], year: number | null): Placed | null {
  for (const hint of hints) {
    const code = codeFrom(name, hint, year);
    if (code !== null) return { code, resolution: hint.resolution };
  }
  return null;
}

/** Of several codes the one that a hint points to, or lies around: the page of 鼓楼区 on the site of 徐州市. */
export function chosenBy(codes: readonly string[], hints: readonly PlaceHint[], year: number | null): Placed | null {
  for (const { divisions, resolution } of hints) {
    const pointed = codesFor(divisions, year);
    const chosen = codes.filter((code) =>
      pointed.some((outer) => outer === code || (outer.endsWith('00') && code.startsWith(outer.replace(/0+$/, '')))),
    );
    const [code] = chosen;
    if (code !== undefined && chosen.length === 1) return { code, resolution };
  }
  return null;
}
