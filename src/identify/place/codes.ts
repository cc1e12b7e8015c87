import { type Division, divisionOfCode, divisionsOfCode, inForce } from './divisions.ts';
import { codeIn } from './succession.ts';

/** Whether a division was in force at the end of a year, the one before or the one after: names are changed late and early. */
function about(division: Division, year: number): boolean {
  return [year - 1, year, year + 1].some((one) => inForce(division, one));
}

/** Codes a name may stand for in a report of a year, each once. */
export function codesFor(divisions: readonly Division[], year: number | null): readonly string[] {
  const near = year === null ? divisions.filter(({ until }) => until === null) : divisions.filter((division) => about(division, year));
  const meant = near.length ? near : divisions;
  return [...new Set(meant.flatMap((division) => codeIn(division, year) ?? []))];
}

/** Codes among several whose parent, and no other's, is named in a text. */
export function narrowedBy(codes: readonly string[], names: (name: string) => boolean, year: number | null): readonly string[] {
  const own = new Set(codes.flatMap((code) => divisionsOfCode(code).map(({ name }) => name)));
  for (const outer of [(code: string) => `${code.slice(0, 4)}00`, (code: string) => `${code.slice(0, 2)}0000`]) {
    const named = codes.filter((code) => {
      const above = outer(code) === code ? undefined : divisionOfCode(outer(code), year);
      // 毕节市 was a county within 毕节地区 and is now what that became: its own name tells nothing.
      return above !== undefined && !own.has(above.name) && names(above.name);
    });
    if (named.length === 1) return named;
  }
  return codes;
}
