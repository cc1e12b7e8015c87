const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Raised digits as such, so that a note's number behind a figure never becomes part of it (5¹ is not 51). */
export function superscript(text: string): string {
  return text.replace(/[0-9]/g, (digit) => raised[Number(digit)] ?? digit);
}
