import type { Doc, Source } from '../../model.ts';
import { foldWidth, simplifier } from '../../read/characters/fold.ts';
import { publishedDate, writtenDate } from '../dates/head-dates.ts';
import { type Period, statedPeriod } from '../dates/period.ts';
import { type Signature, signedDate } from '../dates/signature.ts';
import { mainTitle, type NamedTitle, opensReport, titleOfSigner, titlesIn } from '../title/titles.ts';
import { filesIn, readableAddress } from './address.ts';
import { publishers } from './head-fields.ts';
import { type Shown, shownLine, shownLines } from './shown-line.ts';
import { withoutSideColumn } from './side-column.ts';

/** What a document says about itself, before any of it is weighed. */
export interface Page {
  readonly lines: readonly Shown[];
  /** Lines up to the first section heading. */
  readonly head: readonly Shown[];
  /** Lines from the title on. */
  readonly body: readonly Shown[];
  readonly hasHeading: boolean;
  readonly noisy: boolean;
  readonly titles: readonly NamedTitle[];
  readonly main: NamedTitle | null;
  /** Titles in the address and the file name. */
  readonly elsewhere: readonly NamedTitle[];
  /** Base name of the file without its ending, folded. */
  readonly fileName: string;
  /** Names of files in the address, folded. */
  readonly addressFiles: readonly string[];
  /** Titles of the container, address and file name, folded. */
  readonly names: readonly string[];
  readonly publishers: readonly string[];
  readonly period: Period | null;
  readonly published: { readonly date: string | null; readonly differing: boolean };
  readonly signature: Signature | null;
  readonly signed: string | null;
}

// A name is too short to tell by the share of Traditional characters, as a text is.
const traditionalName = /[開務報關處無實會發強織據與進規範學縣區門廳預財經審應對並從後個為資訊環監農業]/;

/** Names outside the text, folded like it: titles of the page, address, file name. */
async function outsideNames(doc: Doc, source: Source): Promise<{ titles: readonly Shown[]; addresses: readonly Shown[] }> {
  const address = readableAddress(source.sourceUrl ?? doc.hints.address ?? '');
  const all = [...doc.hints.titles, address, source.name.replace(/\.[a-z0-9]{2,5}$/i, '')];
  const traditional = doc.script === 'traditional' || all.some((name) => traditionalName.test(name));
  const simplify = traditional ? await simplifier() : (text: string) => text;
  const shown = all.map((name) => shownLine(0, name, simplify(foldWidth(name)), false));
  return { titles: shown.slice(0, doc.hints.titles.length), addresses: shown.slice(doc.hints.titles.length) };
}

/** Lines in which a title is looked for where no section heading ends the head. */
const withoutHeading = 200;

/** Collect what a document says about itself: titles, fields, dates, period. */
export async function readPage(doc: Doc, source: Source): Promise<Page> {
  const { lines, noisy } = shownLines(doc, { isHeading: opensReport, article: withoutSideColumn });
  const outside = await outsideNames(doc, source);
  const heading = lines.findIndex(({ folded }) => opensReport(folded));
  const hasHeading = heading >= 0;
  const head = lines.slice(0, hasHeading ? heading + 1 : 60);
  const titles = titlesIn(hasHeading ? head : lines.slice(0, withoutHeading));
  const tail = lines.slice(Math.max(hasHeading ? heading + 1 : 0, lines.length - 30));
  const signature = signedDate(tail, hasHeading) ?? signedDate(head, false);
  const titled = mainTitle(titles, hasHeading, lines) ?? mainTitle(titlesIn(outside.titles), false);
  const main = titleOfSigner(titled, titles, signature?.signer ?? '');
  const start = main ? lines.findIndex(({ n }) => n >= main.firstLine) : 0;
  const body = lines.slice(Math.max(0, start));
  return {
    lines,
    head,
    body,
    hasHeading,
    noisy,
    titles,
    main,
    elsewhere: titlesIn(outside.addresses),
    fileName: outside.addresses.at(-1)?.folded ?? '',
    addressFiles: filesIn(outside.addresses[0]?.spaced ?? '').map((name) => name.replace(/\s/g, '')),
    names: [...outside.titles, ...outside.addresses].map(({ folded }) => folded),
    publishers: [...publishers(head), ...doc.hints.publishers.map((one) => foldWidth(one).replace(/\s/g, ''))],
    period: statedPeriod(body.slice(0, 60)) ?? statedPeriod(lines.slice(-40)),
    published: publishedDate(head, doc.hints.published, signature?.line ?? null),
    signature,
    signed: signature?.date ?? writtenDate(head),
  };
}
