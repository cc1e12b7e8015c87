/** About how wide a sign of a label is at twelve pixels: Chinese is wider. */
export const signWidth = (label: string): number => (/[\u4e00-\u9fff]/.test(label) ? 12.5 : 6.6);
/** About how wide a label is. */
export const labelWidth = (label: string): number => [...label].length * signWidth(label);
