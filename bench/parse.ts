// npm run bench: what reading a web page costs, as times the bare tokenizer on the same bytes (warm, processor time, median).
import { Parser } from 'htmlparser2';
import { parseDocument } from '../src/parse.ts';
import { randomReport } from './generate/index.ts';

const nothing = () => {};
const layouts = ['html_word', 'html_layout_tables', 'html_gb18030', 'html', 'cells', 'run_together'];
const seeds = [1, 2, 3];
const rounds = { warm: 60, counted: 100 };

async function milliseconds(work: () => unknown): Promise<number> {
  for (let round = 0; round < rounds.warm; round++) await work();
  const before = process.cpuUsage();
  for (let round = 0; round < rounds.counted; round++) await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / rounds.counted;
}

const median = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0;

console.log('layout                KB   tokenizer ms   report ms   times');
for (const layout of layouts) {
  const pages = seeds.map((seed) => randomReport(seed).render(layout));
  const bare: number[] = [];
  const whole: number[] = [];
  for (const { bytes, name } of pages) {
    const text = new TextDecoder(layout === 'html_gb18030' ? 'gb18030' : 'utf-8').decode(bytes);
    if (layout.startsWith('html')) {
      bare.push(await milliseconds(() => new Parser({ onopentag: nothing, onclosetag: nothing, ontext: nothing }).end(text)));
    }
    whole.push(await milliseconds(() => parseDocument(bytes, { name })));
  }
  const [limit, cost] = [median(bare), median(whole)];
  const kilobytes = median(pages.map(({ bytes }) => bytes.length)) / 1024;
  const ratio = limit > 0 ? (cost / limit).toFixed(1) : '–';
  console.log(
    `${layout.padEnd(20)} ${kilobytes.toFixed(0).padStart(4)} ${limit.toFixed(2).padStart(14)} ${cost.toFixed(2).padStart(11)} ${ratio.padStart(7)}`,
  );
}
