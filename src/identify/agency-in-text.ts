import { type AgencyName, readAgencyName } from './agency-name.ts';
import { chainsOf } from './chain.ts';

/** Whether an agency's name may begin here: with a division in full, or with a national organ. */
function begins(text: string): boolean {
  return /^(国家|国务院|中国|中华)/.test(text) || chainsOf(text).some((chain) => !chain.stem);
}

const longestAgency = 50;

/**
 * The agency a text ends with: the whole of it, else from the first place where a division's full name or a national
 * organ begins. Null where none is understood.
 */
export function agencyAtEnd(text: string): AgencyName | null {
  const whole = readAgencyName(text);
  if (whole) return whole;
  for (let at = Math.max(1, text.length - longestAgency); at < text.length - 1; at++) {
    const rest = text.slice(at);
    if (!begins(rest)) continue;
    const name = readAgencyName(rest);
    if (name) return name;
  }
  return null;
}

const stop = /[,。;:!?、《》〔〕〈〉"“”‘’…|<>()[\]\d]/;

/** An agency named in running text, and where. */
export interface Named {
  readonly agency: AgencyName;
  readonly at: number;
  readonly end: number;
}

/** The longest agency that starts at a place of a text. */
function agencyFrom(text: string, at: number): Named | null {
  const cut = text.slice(at, at + longestAgency);
  const limit = cut.search(stop);
  const span = limit < 0 ? cut : cut.slice(0, limit);
  for (let length = span.length; length >= 3; length--) {
    if (!/[局厅委会府处部院署队关社学司心镇乡木道区]$/.test(span.slice(0, length))) continue;
    const agency = readAgencyName(span.slice(0, length));
    if (agency && (agency.divisions.length || agency.national) && !agency.stem) return { agency, at, end: at + length };
  }
  return null;
}

/** Every agency named with its place in a text, from left to right. */
export function agenciesIn(text: string): readonly Named[] {
  const found: Named[] = [];
  for (let at = 0; at < text.length - 2; at++) {
    if (!begins(text.slice(at, at + 15))) continue;
    const named = agencyFrom(text, at);
    if (!named) continue;
    found.push(named);
    at = named.end - 1;
  }
  return found;
}
