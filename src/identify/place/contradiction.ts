import { type Division, divisionsNamed, type Naming, within } from './divisions.ts';

const shortest = 2;
const longest = 14;

/** A name that can only be meant as a place here: one in full (not 城区), or a province's. */
const tells = (length: number, { form, division }: Naming): boolean =>
  form === 'stem' ? division.level === 'province' : length > shortest;

/** 伊犁哈萨克自治州 has two prefectures under it whose codes lie outside its own. */
const holds = (outer: Division, inner: Division): boolean =>
  outer.code === inner.code ||
  within(inner.code, outer.code) ||
  (outer.level === 'prefecture' && inner.level === 'prefecture' && outer.name.endsWith('州') && inner.name.endsWith('地区'));

/** Whether a text ends with a place that holds none of the divisions named behind it: 浙江省 before 厦门市, or before 厦门市同安区. */
export function contradicts(before: string, divisions: readonly Division[]): boolean {
  if (divisions.length === 0) return false;
  let named = false;
  for (let length = shortest; length <= Math.min(longest, before.length); length++) {
    const outer = divisionsNamed(before.slice(-length)).filter((naming) => tells(length, naming));
    const around = outer.flatMap(({ division }) => (divisions.some((inner) => holds(division, inner)) ? [division] : []));
    if (around.length > 0) return contradicts(before.slice(0, -length), around);
    named ||= outer.length > 0;
  }
  return named;
}
