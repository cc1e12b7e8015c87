// Scores the built command line over the labelled corpus beside this clone and fails below test/thresholds.json.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const [shared] = process.argv.slice(2);
const thresholds = JSON.parse(readFileSync('test/thresholds.json', 'utf8'));
const failures = [];

function scored(tool, ...args) {
  const cli = ['--cli', 'node dist/gongkai.js', '--json', '--jobs', '2'];
  const { stdout, stderr } = spawnSync(process.execPath, [`${shared}/tools/${tool}`, ...cli, ...args], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  try {
    return JSON.parse(stdout);
  } catch {
    throw new Error(`${tool} gave no result: ${stderr.slice(0, 400)}`);
  }
}

/** Numbers with a prefix `most_` are upper bounds, others lower ones. */
function compare(name, measured, wanted) {
  for (const [key, bound] of Object.entries(wanted)) {
    const upper = key.startsWith('most_');
    const value = measured[upper ? key.slice(5) : key];
    const fits = typeof value === 'number' && (upper ? value <= bound : value >= bound);
    console.log(`${fits ? 'ok  ' : 'LOW '} ${name} ${key}: ${value} (threshold ${bound})`);
    if (!fits) failures.push(`${name} ${key}`);
  }
}

const documents = scored('score.mjs', `${shared}/corpus`).total;
const fields = Object.fromEntries(Object.entries(documents.fields).map(([name, [right]]) => [name, right]));
compare('documents', { ...documents, ...fields }, thresholds.documents);
const pages = scored('beginnings.mjs');
const totals = Object.fromEntries(Object.entries(pages.totals).map(([name, [right]]) => [name, right]));
const share = pages.agency_ids.from_text;
compare(
  'pages',
  { ...totals, wrong_agency_ids: pages.wrong_agency_ids, crashes: pages.crashes, ids_from_text: share.right },
  thresholds.pages,
);
if (failures.length) {
  console.error(`below the thresholds: ${failures.join(', ')}`);
  process.exit(1);
}
