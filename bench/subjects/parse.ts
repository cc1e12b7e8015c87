import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { parseDocument } from '../../src/parse.ts';
import type { BareTask } from '../bench-worker.ts';
import { type Layout, layouts, type Rendered, randomReport } from '../generate/index.ts';
import type { Row, Scale, Subject } from '../measure/row.ts';
import { fastest, median } from '../measure/time.ts';

interface Measured {
  readonly subject: number;
  readonly limit: number;
}

const large = 20_000;

/** Rendered reports of the layouts chosen, a few seeds each. */
function documents(choose: (layout: Layout) => boolean, seeds: number): Rendered[] {
  return layouts.filter(choose).flatMap((layout) => Array.from({ length: seeds }, (_, seed) => randomReport(seed + 1).render(layout)));
}

/** The text of a page as a browser would have it, but for the double-byte encodings: their bytes as characters. */
const textOf = (page: Rendered): string =>
  Buffer.from(page.bytes).toString(/utf16/.test(page.layout) ? 'utf16le' : /gb18030|big5/.test(page.layout) ? 'latin1' : 'utf8');

/** Rounds that are not measured: V8 goes on compiling for some two thousand documents, and shares the two cores with what is measured. */
const warm = 12;

/** Read each document a few times: what is measured first would else be measured while its code is still being compiled. */
async function warmUp(rendered: readonly Rendered[]): Promise<void> {
  for (let round = 0; round < warm; round++) for (const { bytes, name } of rendered) await parseDocument(bytes, { name });
}

/** What the bare parser costs for each page, page by page in turns with ours. */
async function againstParser(pages: readonly Rendered[], rounds: number): Promise<Measured[]> {
  const bare = new Worker(new URL('./bench-worker.mjs', import.meta.url));
  const measured: Measured[] = [];
  for (const page of pages) {
    const [subject = Number.NaN] = await fastest([() => parseDocument(page.bytes, { name: page.name })], rounds, warm);
    bare.postMessage({ text: textOf(page), rounds, warm } satisfies BareTask);
    const [limit] = (await once(bare, 'message')) as [number];
    measured.push({ subject, limit });
  }
  await bare.terminate();
  return measured;
}

/** Median time, and median ratio turned back into a limit, so that the ratio shown is the median over pages. */
function summary(measured: readonly Measured[]): { value: number; limit: number } {
  const value = median(measured.map(({ subject }) => subject));
  return { value, limit: value / median(measured.map(({ subject, limit }) => subject / limit)) };
}

async function pages({ quick }: Scale): Promise<Row[]> {
  const rendered = documents((layout) => layout.medium === 'html', quick ? 2 : 6);
  await warmUp(rendered);
  const heavy = await againstParser(
    rendered.filter(({ bytes }) => bytes.length >= large),
    quick ? 5 : 15,
  );
  const light = await againstParser(
    rendered.filter(({ bytes }) => bytes.length < large),
    quick ? 5 : 15,
  );
  const what = 'htmlparser2 Parser without handlers on the decoded text, in a thread of its own';
  return [
    {
      id: 'parse_page_large',
      what: `web page of 20 KB and more to report (${heavy.length} pages)`,
      ...{ value: summary(heavy).value, unit: 'ms', limit: { what, value: summary(heavy).limit } },
      wanted: { most: 2.5, of: 'times_limit' },
    },
    {
      id: 'parse_page_small',
      what: `web page under 20 KB to report (${light.length} pages)`,
      ...{ value: summary(light).value, unit: 'ms', limit: { what, value: summary(light).limit } },
      wanted: { most: 1, of: 'value' },
    },
  ];
}

/** Texts of about 12 KB: the length of a real report. */
function longTexts(count: number): Rendered[] {
  const texts: Rendered[] = [];
  for (let seed = 1; texts.length < count && seed < 20_000; seed++) {
    const text = randomReport(seed).render('cells_spaced');
    if (text.bytes.length > 10_500 && text.bytes.length < 13_500) texts.push(text);
  }
  return texts;
}

async function texts({ quick }: Scale): Promise<Row[]> {
  const rounds = quick ? 5 : 20;
  const time = async (rendered: readonly Rendered[]) => {
    await warmUp(rendered);
    const all: number[] = [];
    for (const text of rendered)
      all.push((await fastest([() => parseDocument(text.bytes, { name: text.name })], rounds, warm))[0] ?? Number.NaN);
    return all;
  };
  const long = await time(longTexts(quick ? 5 : 20));
  const run = await time(documents((layout) => layout.name.startsWith('run_'), quick ? 4 : 20));
  return [
    {
      id: 'parse_text',
      what: `text of 12 KB to report (${long.length} texts)`,
      value: median(long),
      unit: 'ms',
      wanted: { most: 3, of: 'value' },
    },
    {
      id: 'parse_run_together',
      what: `report with digits run together, slowest of ${run.length}`,
      value: Math.max(...run),
      unit: 'ms',
      wanted: { most: 50, of: 'value' },
    },
  ];
}

/** Bytes to report object, warm, one document at a time. */
export const parsing: Subject = {
  name: 'parse',
  about: 'bytes to report, warm, one document at a time; median over documents of the least of some rounds',
  run: async (scale) => [...(await pages(scale)), ...(await texts(scale))],
};
