import { codeLists } from '../../../schemas/codes.ts';
import { dataset } from '../../../schemas/dataset.ts';
import { headlines, type Text } from '../../../schemas/tables.ts';
import { formatOf, type ReleaseFacts, type ReleaseFile } from './facts.ts';

// Plain texts, not language-tagged values: search engines read those, and a reader of either language finds hers.
const named = ({ zh, en }: Text, ...also: readonly string[]) => ({ name: zh, alternateName: [en, ...also] });
const both = ({ zh, en }: Text) => `${zh} / ${en}`;
const organisation = { '@type': 'Organization', ...named(dataset.creator) };

function download({ path, bytes, sha256 }: ReleaseFile, address: string): object {
  const { mediatype, gzip } = formatOf(path);
  return {
    '@type': 'DataDownload',
    name: path,
    contentUrl: `${address}${path.split('/').map(encodeURIComponent).join('/')}`,
    encodingFormat: gzip ? `${mediatype}+gzip` : mediatype,
    contentSize: `${bytes} B`,
    sha256,
  };
}

const variables = headlines.map(({ name, column: { zh, en, note, unit } }) => ({
  '@type': 'PropertyValue',
  ...named({ zh, en }, name),
  ...(note && { description: both(note) }),
  ...(unit && { unitText: codeLists.unit[unit].en }),
}));

/**
 * The release as a schema.org Dataset in JSON-LD: what Dataset Search and its like read from a landing page. Without an
 * address the downloads are relative to the page that carries it.
 */
export function jsonLd({ version, created, years, address = '', files }: ReleaseFacts): object {
  return {
    '@context': 'https://schema.org/',
    '@type': 'Dataset',
    ...(address && { '@id': address, url: address }),
    ...named(dataset.title, dataset.name),
    description: `${dataset.description.zh}\n\n${dataset.description.en}`,
    version,
    dateModified: created.slice(0, 10),
    inLanguage: ['zh-CN', 'en'],
    keywords: dataset.keywords.flatMap(({ zh, en }) => [zh, en]),
    license: dataset.licence.path,
    isAccessibleForFree: true,
    creator: organisation,
    publisher: organisation,
    temporalCoverage: `${years.first}-01-01/${years.last}-12-31`,
    spatialCoverage: { '@type': 'Place', ...named(dataset.place) },
    isBasedOn: dataset.sources.map((source) => ({ '@type': 'CreativeWork', ...named(source) })),
    variableMeasured: variables,
    distribution: files.map((file) => download(file, address)),
  };
}
