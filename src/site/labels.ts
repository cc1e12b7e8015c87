import { agencyKinds } from '../../schemas/agency-kinds.ts';
import { codeLists } from '../../schemas/codes.ts';
import type { Labels } from '../../schemas/explorer.ts';
import { forms } from '../../schemas/forms/index.ts';
import { regions } from '../../schemas/regions.ts';
import { headlines, type Text } from '../../schemas/tables.ts';
import { blocks } from './blocks.ts';

const bare = (label: string) => label.replace(/^(?:[一二三四五六七八九十]+、|[(（][一二三四五六七八九十]+[)）]|\d+\.)/, '');

/** `Denied: state secrets` and 属于国家秘密: what a number is called beside others of its kind. */
function labelOf(part: string): Text {
  const headline = headlines.find(({ name }) => name === part)?.column;
  // A share of the whole needs no word about how it was added up.
  if (headline)
    return { zh: (headline.zh.split('·').at(-1) ?? headline.zh).replace('（合计）', ''), en: headline.en.replace(': sum of its rows', '') };
  const [table, row, column] = part.split('.');
  for (const form of forms.toReversed()) {
    for (const group of form.tables.filter((one) => one.table === table).flatMap((one): readonly Group[] => one.groups)) {
      const placed = group.rows.find(({ code }) => code === row);
      const across = group.columns.find(({ code }) => code === column);
      if (placed && across) return table === 'applications' ? across : { zh: bare(placed.zh), en: placed.en };
    }
  }
  return { zh: part, en: part };
}

interface Group {
  readonly rows: readonly (Text & { readonly code: string })[];
  readonly columns: readonly (Text & { readonly code: string })[];
}

const text = ({ zh, en }: Text): Text => ({ zh, en });

/** `data/labels.json`: what every code a page shows is called, in both languages. */
export const labelsFile = (): Labels => ({
  codes: codeLists,
  regions,
  kinds: Object.fromEntries(agencyKinds.map((kind) => [kind.code, text(kind)])),
  parts: Object.fromEntries(blocks.flatMap(({ parts }) => parts).map((part) => [part, text(labelOf(part))])),
});
