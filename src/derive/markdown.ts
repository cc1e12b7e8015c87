const cell = (text: string | number | null | undefined) =>
  String(text ?? '')
    .replaceAll('|', '\\|')
    .replaceAll(/\s*\n\s*/g, ' ');
const line = (cells: readonly (string | number | null | undefined)[]) => `| ${cells.map(cell).join(' | ')} |`;

/** A pipe table; null and undefined are empty cells, a `|` in a text is escaped. */
export function markdownTable(head: readonly string[], rows: readonly (readonly (string | number | null | undefined)[])[]): string {
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** A name as code, or nothing. */
export const code = (name: string | null | undefined): string => (name ? `\`${name}\`` : '');
