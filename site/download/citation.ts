import type { Codebook, Text } from '../published.ts';

/** How the dataset is cited: a line in each language, and BibTeX. */
export interface Citation extends Text {
  readonly bibtex: string;
}

/** The citation of a release; without one the dataset's own name. */
export function citationOf({ name, creator, title }: Codebook['dataset'], version: string | null): Citation {
  const year = version?.slice(1, 5) ?? '';
  const fields = [
    `author = {{${creator.en}}}`,
    `title = {${title.en}}`,
    ...(version ? [`version = {${version}}`, `year = {${year}}`] : []),
  ];
  return {
    zh: `${creator.zh}：《${title.zh}》${version ?? ''}`,
    en: `${[creator.en, title.en, version].filter(Boolean).join('. ')}.`,
    bibtex: `@misc{${name}${year},\n  ${fields.join(',\n  ')}\n}`,
  };
}
