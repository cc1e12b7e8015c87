import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../bin/local/package-root.ts';
import { type Results, resultsSchema } from './measure/report.ts';
import { type Row, timesLimit } from './measure/row.ts';

// `node bench/run.mjs plot RESULTS.json…`: docs/images/performance.svg, each result as many times its limit as it is long.

const [left, width, line] = [470, 900, 22];
const escaped = (text: string) => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const text = (x: number, y: number, shown: string, attributes = '') => `<text x="${x}" y="${y}" ${attributes}>${escaped(shown)}</text>`;

/** One bar on a logarithmic scale from once the limit, with a stroke where no more is wanted. */
function bar(row: Row, times: number, at: number, most: number): string {
  const x = (value: number) => left + ((width - left - 60) * Math.log(Math.max(value, 1))) / Math.log(most);
  const y = at * line;
  const wanted = row.wanted?.of === 'times_limit' ? row.wanted.most : null;
  const colour = wanted !== null && times > wanted ? '#b2442d' : '#2f6f8f';
  return [
    text(left - 8, y + 15, row.what, 'text-anchor="end"'),
    `<rect x="${left}" y="${y + 4}" width="${Math.max(x(times) - left, 1).toFixed(1)}" height="14" fill="${colour}"/>`,
    text(Number((x(times) + 4).toFixed(1)), y + 15, times.toPrecision(2)),
    ...(wanted === null ? [] : [`<path d="M${x(wanted).toFixed(1)} ${y + 1}v20" stroke="#111" stroke-width="2"/>`]),
  ].join('\n');
}

function plot(results: readonly Results[]): string {
  const rows = results.flatMap((one) => one.rows).map((row) => ({ row, times: timesLimit(row) }));
  const shown = rows.flatMap(({ row, times }) => (times === null ? [] : [{ row, times }])).sort((a, b) => a.times - b.times);
  const most = Math.max(...shown.map(({ times }) => times), 10);
  const height = (shown.length + 1) * line + 10;
  const note = 'times the limit measured in the same run, logarithmic; a stroke: at most this is wanted';
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12" role="img">`,
    `<title>${note}</title>`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    ...shown.map(({ row, times }, at) => bar(row, times, at, most)),
    text(8, shown.length * line + 18, note, 'fill="#555"'),
    '</svg>',
    '',
  ].join('\n');
}

function refuse(why: string): never {
  console.error(`plot: ${why}; usage: node bench/run.mjs plot RESULTS.json…`);
  process.exit(2);
}

/** Results as `npm run bench -- --save` keeps them. */
function resultsIn(path: string): Results {
  try {
    return resultsSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return refuse(`${path} is no file of results`);
  }
}

const results = process.argv.slice(2).map(resultsIn);
if (results.length === 0) refuse('name the files with results');
writeFileSync(join(packageRoot(), 'docs', 'images', 'performance.svg'), plot(results));
