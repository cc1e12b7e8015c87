import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseDocument } from '../src/parse.ts';
import { faultsOf, type JudgedPart } from './accuracy/faults.ts';
import { judge } from './accuracy/judge.ts';
import { type Rendered, randomReport } from './generate/index.ts';
import { compareRelease, madeRelease } from './office/release.ts';
import { isInstalled, type Writer, writers } from './office/writers.ts';

// npm run test:office -- [COUNT] [FIRST SEED]: random reports as web pages, saved by office programs in every format, read back and
// held against the same truth; beside them our own page, text and Markdown. And a release, opened as workbook and as CSV. Needs
// LibreOffice; other programs are used where they are installed.

/** Each page with the text and the Markdown of the same content. */
const layouts = [
  ['html', 'cells', 'markdown'],
  ['html_blank_zeros', 'pipes_leading_blank_zeros', 'markdown_blank_zeros'],
  ['html_marks', 'cells_marks', 'markdown'],
  ['html_organization_total', 'pipes_organization_total', 'markdown'],
  ['html_three_remedies', 'cells_three_remedies', 'markdown'],
  ['html_subtotals', 'cells_subtotals', 'markdown'],
  ['html_repeated_header', 'cells_repeated_header', 'markdown'],
  ['html_thousands', 'pipes', 'markdown'],
  ['html_full_width', 'pipes_full_width', 'markdown'],
  ['html_split_at_page', 'tabs', 'markdown'],
  ['html_uneven_spans', 'spaces', 'markdown'],
  ['html_split_clauses', 'spaces_aligned', 'markdown'],
] as const;
const parts: readonly JudgedPart[] = ['cells', 'forms'];

const [count = 10, first = 0] = process.argv.slice(2).map(Number);
if (!Number.isInteger(count) || count < 1 || !Number.isInteger(first)) {
  console.error('office: COUNT and FIRST SEED are whole numbers');
  process.exit(2);
}
const present = writers.filter(isInstalled);
const absent = writers.filter((writer) => !present.includes(writer)).map(({ name }) => name);
if (!present.some(({ name }) => name === 'LibreOffice')) {
  console.log(
    'office: LibreOffice (soffice) is not installed: NOTHING was checked. Install it, for example: apt-get install libreoffice-writer libreoffice-calc fonts-noto-cjk',
  );
  process.exit(0);
}

interface Tally {
  files: number;
  cells: number;
  faults: number;
  ms: number;
}

const tallies = new Map<string, Tally>();
let faults = 0;

async function check(path: string, { truth, layout }: Rendered, by: string): Promise<void> {
  const bytes = readFileSync(path);
  const start = performance.now();
  const { report } = await parseDocument(bytes, { name: basename(path) });
  const ms = performance.now() - start;
  const found = faultsOf(judge(basename(path), truth, report), parts);
  for (const fault of found.slice(0, 5)) console.log(`${by} ${layout} ${basename(path)}: ${fault}`);
  const tally = tallies.get(by) ?? { files: 0, cells: 0, faults: 0, ms: 0 };
  tally.files++;
  tally.cells += Object.keys(truth.cells ?? {}).length;
  tally.faults += found.length;
  tally.ms += ms;
  tallies.set(by, tally);
  faults += found.length;
}

/** Let each program save the report in its formats; what it makes of one format others may start from. */
async function save(folder: string, rendered: Rendered, writer: Writer, made: Map<string, string>): Promise<void> {
  for (const job of writer.jobs) {
    if (job.loses?.test(rendered.layout)) continue;
    const by = `${job.format} by ${writer.name}`;
    const file = made.get(job.from);
    const path = file ? job.run(folder, file) : null;
    if (!path) {
      console.log(`${by}: ${file ?? job.from} could not be saved`);
      faults++;
      continue;
    }
    if (writer.name === 'LibreOffice') made.set(job.format, basename(path));
    await check(path, rendered, by);
  }
}

const folder = mkdtempSync(join(tmpdir(), 'gongkai-office-'));
try {
  for (let seed = first; seed < first + count; seed++) {
    const report = randomReport(seed);
    const [rendered, ...texts] = (layouts[seed % layouts.length] ?? layouts[0]).map((layout) => report.render(layout));
    if (!rendered) break;
    const page = `report-${seed}.html`;
    for (const own of [rendered, ...texts]) {
      const path = join(folder, own === rendered ? page : own.name);
      writeFileSync(path, own.bytes);
      await check(path, own, own === rendered ? 'html, ours' : `${own.name.slice(own.name.lastIndexOf('.') + 1)}, ours`);
    }
    const made = new Map([['html', page]]);
    for (const writer of present) await save(folder, rendered, writer, made);
  }
  const release = await compareRelease(await madeRelease(join(folder, 'release'), 20 * count), join(folder, 'release'));
  for (const fault of release.faults.slice(0, 20)) console.log(`release: ${fault}`);
  faults += release.faults.length;
  console.log(
    `release as LibreOffice opens it, against DuckDB: ${release.files} files, ${release.rows} rows, ${release.cells} cells, ${release.faults.length} faults`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.table(
  Object.fromEntries(
    [...tallies].map(([by, { files, cells, faults: wrong, ms }]) => [
      by,
      { files, cells, faults: wrong, 'ms a file': Math.round(ms / files) },
    ]),
  ),
);
if (absent.length > 0) console.log(`not installed, not checked: ${absent.join(', ')}`);
console.log(`${count} reports: ${faults} faults`);
process.exit(faults > 0 ? 1 : 0);
