const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** The number of a note in brackets, which are no part of it. */
const bracketed = /[[(（〔【［]\s*(\d+)\s*[\])）〕】］]/g;

/** Raised digits as such, so that a note's number behind a figure never becomes part of it (5¹ is not 51). */
export function superscript(text: string): string {
  return text.replace(bracketed, '$1').replace(/[0-9]/g, (digit) => raised[Number(digit)] ?? digit);
}
