import type { Row } from '../../schemas/tables.ts';

/** Changes that a section of the changelog names one by one; all are in the table `changes`. */
const named = 50;

const shown = (value: number | null) => (value === null ? '–' : String(value));
const document = (sha256: string | null) => (sha256 === null ? '–' : sha256.slice(0, 12));

const line = ({
  year,
  agency_id,
  table_code,
  row_code,
  column_code,
  change,
  old_value,
  new_value,
  old_sha256,
  new_sha256,
  reason,
}: Row<'changes'>) =>
  `| ${year} | ${agency_id} | ${table_code}.${row_code}.${column_code} | ${change} | ${shown(old_value)} | ${shown(new_value)} | ${document(old_sha256)} | ${document(new_sha256)} | ${reason.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ')} |`;

/** Collects the section of a release in CHANGELOG.md while its changes pass by. */
export class Changelog {
  readonly #counts = { added: 0, corrected: 0, withdrawn: 0 };
  readonly #lines: string[] = [];

  add(row: Row<'changes'>): void {
    this.#counts[row.change]++;
    if (this.#lines.length < named) this.#lines.push(line(row));
  }

  /** The whole file: this release on top of what the one before it said. */
  text(version: string, created: string, previous: { readonly version: string; readonly text: string } | null): string {
    const head = '# 数据变更记录 / Data changelog\n';
    const title = `\n## ${version} (${created.slice(0, 10)})\n\n`;
    if (previous === null) return `${head}${title}首次发布。The first release.\n`;
    const { added, corrected, withdrawn } = this.#counts;
    const counts = `与 ${previous.version} 相比：新增 ${added} 个数字，更正 ${corrected} 个，撤回 ${withdrawn} 个。\nSince ${previous.version}: ${added} ${added === 1 ? 'number' : 'numbers'} added, ${corrected} corrected, ${withdrawn} withdrawn.\n`;
    const more = added + corrected + withdrawn - this.#lines.length;
    const rest = more > 0 ? `\n另有 ${more} 处，见 changes 表。${more} more in the table changes.\n` : '';
    const table = `\n| year | agency | cell | change | old | new | old document | new document | reason |\n|---|---|---|---|---|---|---|---|---|\n${this.#lines.join('\n')}\n${rest}`;
    return `${head}${title}${counts}${this.#lines.length > 0 ? table : ''}${previous.text.startsWith(head) ? previous.text.slice(head.length) : ''}`;
  }
}
