import type { Resolution } from '../../../schemas/report.ts';
import type { Shown } from '../page/shown-line.ts';
import { chainsOf, placeAt } from './chain.ts';
import { creditDivisions } from './credit-code.ts';
import { type Division, divisionOfCode, divisionsOfCode } from './divisions.ts';
import { hostDivisions, placeLabel } from './host.ts';

/** Places a document points to outside the agency's name, and what points there. */
export interface PlaceHint {
  readonly divisions: readonly Division[];
  readonly resolution: Resolution;
  /** It is where the organ sits, not who runs it. */
  readonly isAddress?: boolean;
}

/** What the hints are read from. */
export interface HintSource {
  readonly lines: readonly Shown[];
  readonly head: readonly Shown[];
  readonly address: string;
  readonly publishers: readonly string[];
  readonly year: number | null;
  readonly names: (name: string) => boolean;
}

/** The division a text starts with, named in full; empty where there is none. */
function placeOf(text: string): readonly Division[] {
  return chainsOf(text).find(({ stem }) => !stem)?.divisions ?? [];
}

const addressLabel = /(?:地址|地点|所在地|通讯处|办公地)[:]?/;

/** Divisions of the stated addresses, down to a county; a district stands for its city. */
function statedAddress(lines: readonly Shown[]): readonly Division[] {
  for (const { folded } of lines) {
    const label = addressLabel.exec(folded);
    if (!label) continue;
    const at = label.index + label[0].length;
    const places = placeAt(folded, at) ? placeOf(folded.slice(at, at + 30)) : [];
    if (places.length) return places;
  }
  return [];
}

/** Places of the fields that name a publisher: 来源:大武口区, 发布机构:青阳县人民政府. */
const publisherPlaces = (publishers: readonly string[]) => publishers.map(placeOf).find((divisions) => divisions.length) ?? [];

/** What a step of a path says behind its place: 泗阳县人民政府, 泗阳县政府信息公开网. */
const ofSite = /^(?:(?:人民)?政府)?(?:门户)?(?:网站?|信息公开(?:网|平台|专栏)?|政务网)?$/;

/** Places of the steps above the page: 首页>泗阳县人民政府>部门信息. Two of them that differ tell none. */
function breadcrumbPlaces(head: readonly Shown[]): readonly Division[] {
  const steps = head.flatMap(({ folded }) => (folded.length <= longestPath && folded.split('>').length > 2 ? folded.split('>') : []));
  const places = steps.flatMap((step) => {
    const chain = chainsOf(step.replace(/^.*[:：]/, '')).find(({ stem }) => !stem);
    return chain && ofSite.test(step.replace(/^.*[:：]/, '').slice(chain.end)) ? [chain.divisions] : [];
  });
  const [first] = places;
  return first && places.every((other) => other.map(({ code }) => code).join() === first.map(({ code }) => code).join()) ? first : [];
}
const longestPath = 120;

const documentNumber = /([\u4e00-\u9fff]{2,8})[〔[(](?:19|20)\d\d[〕\])]\d{1,4}号/g;

/** Of several divisions those whose place begins the numbers of cited documents: 铜政办〔2020〕3号 for a district of 铜陵市. */
export function byDocumentNumbers(codes: readonly string[], lines: readonly Shown[], year: number | null): readonly string[] {
  const first = new Set<string>();
  for (const { folded } of lines) for (const [, issuer = ''] of folded.matchAll(documentNumber)) first.add(issuer.charAt(0));
  const stems = (code: string) => [code, `${code.slice(0, 4)}00`].map((one) => divisionOfCode(one, year)?.stem ?? '');
  return codes.filter((code) => stems(code).some((stem) => Array.from(stem).some((character) => first.has(character))));
}

const readOnce = <T>(read: () => T): (() => T) => {
  let known: { readonly value: T } | undefined;
  return () => {
    known ??= { value: read() };
    return known.value;
  };
};

/** Hints at the place of an organ that does not name it, the strongest first (contract 1: order of `resolution`). */
export function placeHints({ lines, head, address, publishers, year, names }: HintSource): () => readonly PlaceHint[] {
  return readOnce(() => {
    const fields = [...head.map(({ folded }) => folded), address].join('\n');
    const label = placeLabel(address);
    const hints: PlaceHint[] = [
      { divisions: creditDivisions(fields).flatMap(divisionsOfCode), resolution: 'social_credit_code' },
      { divisions: publisherPlaces(publishers), resolution: 'publisher_field' },
      { divisions: label === null ? [] : hostDivisions(label, year, names), resolution: 'host' },
      { divisions: breadcrumbPlaces(head), resolution: 'context' },
      { divisions: statedAddress(lines), resolution: 'context', isAddress: true },
    ];
    return hints.filter(({ divisions }) => divisions.length > 0);
  });
}
