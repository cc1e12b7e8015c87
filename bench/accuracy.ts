import { parseArgs } from 'node:util';
import { openCorpus } from './accuracy/corpus.ts';
import { faultsOf } from './accuracy/faults.ts';
import type { Judgement } from './accuracy/judge.ts';
import { describeTotals, judgeDocument, total } from './accuracy/score.ts';

// npm run accuracy -- FOLDER…: read the documents of labelled corpora and compare with their truth (contract 5).

const usage = 'usage: npm run accuracy -- [--json] [--verbose] [--only TEXT] FOLDER…';

/** Each document, its faults below it where there are any; `verbose` shows all of them. */
function describe(judgement: Judgement, verbose: boolean): string {
  const faults = faultsOf(judgement, ['cells', 'identity', 'forms', 'mentions', 'checks']);
  const { right, expected } = judgement.cells;
  const shown = verbose ? faults : faults.slice(0, 3);
  const more = faults.length > shown.length ? [`  and ${faults.length - shown.length} more (--verbose)`] : [];
  return [
    `${faults.length === 0 ? 'ok ' : '-- '}${judgement.document}  ${right}/${expected} cells`,
    ...shown.map((fault) => `  ${fault}`),
    ...more,
  ].join('\n');
}

async function run(): Promise<number> {
  const options = { json: { type: 'boolean' }, verbose: { type: 'boolean' }, only: { type: 'string' } } as const;
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  if (positionals.length === 0) throw new Error(usage);
  const corpora = positionals.map((folder) => openCorpus(folder));
  const documents = corpora
    .flatMap((corpus) => corpus.documents)
    .filter(({ path }) => values.only === undefined || path.includes(values.only));
  const judgements: Judgement[] = [];
  for (const document of documents) judgements.push(await judgeDocument(document));
  const totals = total(judgements);
  const absent = corpora.flatMap((corpus) => corpus.absent);
  if (values.json) console.log(JSON.stringify({ totals, absent, documents: judgements }, null, 1));
  else {
    for (const judgement of judgements) console.log(describe(judgement, values.verbose ?? false));
    if (absent.length > 0) console.log(`no document for: ${absent.join(' ')}`);
    console.log(`\n${describeTotals(totals)}`);
  }
  return totals.silent_errors > 0 ? 1 : 0;
}

try {
  process.exitCode = await run();
} catch (error) {
  console.error(`accuracy: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 2;
}
