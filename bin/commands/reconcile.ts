import { exit, type Failure } from '../failure.ts';
import type { Io } from '../io.ts';
import { wantState } from '../local/store/dataset-folder.ts';
import { examples, jsonOption, outOption } from '../text/help.ts';
import { workersOption } from './ingested.ts';
import type { Register } from './register.ts';

interface Options {
  readonly out: string;
  readonly workers: number;
  readonly json?: true;
  readonly dryRun?: true;
}

async function run(io: Io, paths: readonly string[], options: Options): Promise<void> {
  const [{ missing, reconcile }, { missingText, reconciledText }, { progress }] = await Promise.all([
    import('../local/upkeep/reconcile.ts'),
    import('../text/kept.ts'),
    import('../local/ingest/progress.ts'),
  ]);
  const { out, json } = options;
  wantState(out);
  const found = await missing(out, paths);
  const failed = (failure: Failure) => io.report(failure);
  if (options.dryRun) {
    for (const failure of found.failures) failed(failure);
    const listed = { without_receipt: found.withoutReceipt.map(({ key }) => key), incomplete: found.incomplete };
    return io.out(json ? `${JSON.stringify({ dataset: out, files: found.files, ...listed })}\n` : `${missingText(io, found)}\n`);
  }
  const done = await reconcile(found, options, { progress: progress(io), failed });
  await io.out(json ? `${JSON.stringify({ dataset: out, ...done })}\n` : `${reconciledText(io, done, out)}\n`);
  if (done.outcomes.quarantined > 0) io.end(exit.incomplete);
}

/** `gongkai reconcile [PATH…]`: what has no receipt is taken in, what is not whole is published again. */
export const registerReconcile: Register = (program, io) => {
  const command = program
    .command('reconcile')
    .argument('[path...]', io.text({ zh: '应已全部收入的文件夹', en: 'folders that should all be in the dataset' }))
    .summary(io.text({ zh: '查漏补缺', en: 'find what is missing, and mend it' }))
    .description(
      io.text({
        zh: '逐个核对文件有没有收据，没有的收入；发布不全的机关年度重新发布；所有的表与候选一致。',
        en: 'Takes in every file that has no receipt, publishes again what is not whole, and brings every table in line with the candidates.',
      }),
    )
    .addOption(outOption(io))
    .addOption(jsonOption(io))
    .option('--dry-run', io.text({ zh: '只列出，不补', en: 'only list what is missing' }))
    .action((paths: string[], options: Options) => run(io, paths, options));
  workersOption(command, io);
  examples(command, io, [
    { type: 'gongkai reconcile reports/', for: { zh: 'reports/ 是否都收入了', en: 'is all of reports/ in the dataset?' } },
    { type: 'gongkai reconcile --dry-run --json', for: { zh: '只核对数据集', en: 'look at the dataset alone' } },
  ]);
};
