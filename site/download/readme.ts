import type { Codebook, Text } from '../published.ts';
import type { Citation } from './citation.ts';

/** What the README of a downloaded view tells. */
export interface ViewFacts {
  readonly title: string;
  /** Address that shows the same again. */
  readonly address: string;
  /** The filters as the address has them. */
  readonly filters: Readonly<Record<string, string>>;
  readonly release: string | null;
  readonly parser: string;
  /** Day of the download, `2026-11-22`. */
  readonly day: string;
  readonly parts: readonly ViewPart[];
  readonly citation: Citation;
  readonly dataset: Codebook['dataset'];
}

/** A chart or table of the view, and the files it became. */
export interface ViewPart {
  readonly title: string;
  readonly said: readonly string[];
  readonly files: readonly string[];
  /** Columns of its data file, and what each is called. */
  readonly columns: readonly (readonly [name: string, label: string])[];
}

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

function part({ title, said, files, columns }: ViewPart): string {
  const lines = columns.map(([name, label]) => `| \`${cell(name)}\` | ${cell(label)} |`);
  return [
    `### ${title}`,
    files.map((file) => `\`${file}\``).join(', '),
    ...said.filter(Boolean),
    ...(lines.length > 0 ? [['| 列 Column | 含义 Meaning |', '|---|---|', ...lines].join('\n')] : []),
  ].join('\n\n');
}

const both = ({ zh, en }: Text): string => `${zh}\n\n${en}`;

/** The README of a downloaded view: what it shows, with which filters, how to open it again, how to cite it. Sentences in both languages. */
export function viewReadme({ title, address, filters, release, parser, day, parts, citation, dataset }: ViewFacts): string {
  const chosen = Object.entries(filters).map(([name, value]) => `- \`${name}\`: ${value}`);
  return `${[
    `# ${title}`,
    both({ zh: `${dataset.title.zh}，${day}下载。`, en: `${dataset.title.en}, downloaded on ${day}.` }),
    `- 版本 / release: ${release ?? '（未发布的数据 / not of a release）'}\n- 解析器 / parser: ${parser}\n- 再看这一页 / open again: ${address}`,
    '## 筛选 / Filters',
    chosen.length > 0 ? chosen.join('\n') : '没有筛选。 No filter.',
    '## 内容 / Content',
    both({
      zh: "CSV 为 UTF-8，空格即来源未给出，不是 0。以 = + - @ 开头的文字前加了 '，以免被当作公式。",
      en: "CSV in UTF-8. An empty value is one the source does not give, not 0. A text that begins with = + - or @ has a ' before it, so that no spreadsheet runs it.",
    }),
    ...parts.map(part),
    '## 引用 / Citation',
    both(citation),
    `\`\`\`bibtex\n${citation.bibtex}\n\`\`\``,
    `许可 / Licence: ${dataset.licence.title} <${dataset.licence.path}>`,
    both(dataset.textRights),
  ].join('\n\n')}\n`;
}
