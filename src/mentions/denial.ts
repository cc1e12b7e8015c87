import { denials as phrasings } from '../../schemas/denials.ts';

/** Can a clause deny anything? */
export const mayDeny = /[未没无]|不存在|不收/;

/** What a clause denies, and where the denying words end. */
export interface Denied {
  readonly codes: readonly string[];
  readonly end: number;
}

const rules = phrasings.map(({ codes, text, unless, needs }) => ({
  codes,
  text: new RegExp(text),
  unless: unless === undefined ? null : new RegExp(unless),
  needs: needs ?? null,
}));

/** Things with a code that prose denies; a clause without them is not looked at. */
const mayDenyCoded = /申请|复议|诉讼|起诉|处理费|收取|收费|费用|结转|人员|干部|规范性文件|处罚|建议|提案|议案/;
/** Longest clause that is read: a denial is short. */
const longest = 160;

/** The coded things that a clause denies for the period (mentions.md, rule 8). */
export function denials(clause: string, reading: { readonly topics: { readonly applications: boolean; readonly ogi: boolean } }): Denied[] {
  const text = clause.slice(-longest);
  const cut = clause.length - text.length;
  if (!mayDenyCoded.test(text)) return [];
  return rules.flatMap((rule) => {
    const found = rule.text.exec(text);
    if (!found || rule.unless?.test(text) || (rule.needs !== null && !reading.topics[rule.needs])) return [];
    return [{ codes: rule.codes, end: cut + found.index + found[0].length }];
  });
}
