import { dataset } from '../../../schemas/dataset.ts';
import type { ReleaseFacts } from './facts.ts';

type Scalar = string | number;
type Entry = Scalar | readonly (Scalar | Readonly<Record<string, Scalar>>)[];

/** What CITATION.cff says, as data (Citation File Format 1.2.0). */
export function citation({ version, created, address }: ReleaseFacts): Readonly<Record<string, Entry>> {
  return {
    'cff-version': '1.2.0',
    type: 'dataset',
    message: '使用本数据集请按此引用。If you use this dataset, please cite it as below.',
    title: `${dataset.title.zh} / ${dataset.title.en}`,
    authors: [{ name: dataset.creator.en }],
    version,
    'date-released': created.slice(0, 10),
    license: dataset.licence.spdx,
    ...(address && { url: address }),
    abstract: `${dataset.description.zh}\n${dataset.description.en}`,
    keywords: dataset.keywords.flatMap(({ zh, en }) => [zh, en]),
  };
}

// A JSON string is a YAML string too, so a colon or a quote in a text never changes its meaning.
const scalar = (value: Scalar) => JSON.stringify(value);

function item(value: Scalar | Readonly<Record<string, Scalar>>): string {
  if (typeof value !== 'object') return `  - ${scalar(value)}`;
  return Object.entries(value)
    .map(([key, text], i) => `  ${i === 0 ? '- ' : '  '}${key}: ${scalar(text)}`)
    .join('\n');
}

/** The file itself, as YAML. */
export function citationFile(facts: ReleaseFacts): string {
  const entries = Object.entries(citation(facts)).map(([key, value]) =>
    typeof value === 'object' ? `${key}:\n${value.map(item).join('\n')}` : `${key}: ${scalar(value)}`,
  );
  return `${entries.join('\n')}\n`;
}

/** How to cite a release in one line, for READMEs and exports. */
export function citationLine({ version, created, address }: Pick<ReleaseFacts, 'version' | 'created' | 'address'>): {
  readonly zh: string;
  readonly en: string;
} {
  const where = address ? ` ${address}` : '';
  const year = created.slice(0, 4);
  return {
    zh: `${dataset.creator.zh}：《${dataset.title.zh}》，${version}，${year}。${dataset.licence.spdx}。${where}`.trim(),
    en: `${dataset.creator.en} (${year}). ${dataset.title.en}, ${version}. ${dataset.licence.spdx}.${where}`,
  };
}
