import { availableParallelism } from 'node:os';
import { InvalidArgumentError } from 'commander';
import { exit, Failure } from '../failure.ts';
import type { Io } from '../io.ts';
import type { Ingested } from '../local/ingest.ts';
import { examples, jsonOption, outOption } from '../text/help.ts';
import type { Register } from './index.ts';

interface Options {
  readonly out: string;
  readonly workers: number;
  readonly rehash?: true;
  readonly keep?: true;
  readonly strict?: true;
  readonly json?: true;
}

/** Threads that pay: few files are read sooner than threads start. */
const fewFiles = 8;

async function run(io: Io, paths: readonly string[], options: Options): Promise<void> {
  const [{ walk }, { ingest }, { progress }] = await Promise.all([
    import('../local/walk.ts'),
    import('../local/ingest.ts'),
    import('../local/progress.ts'),
  ]);
  const met = [...walk(paths, options.out)];
  if (met.length === 0) throw new Failure('nothing_to_ingest', { path: paths.join(' ') });
  const shown = progress(io);
  const workers = met.length <= fewFiles ? 1 : options.workers;
  const failed = (failure: Failure) => io.report(failure);
  await tell(io, await ingest(met, { ...options, workers }, { progress: shown.step, failed }), options);
}

/** Say what came of it, and end as contract 4 wants. */
async function tell(io: Io, ingested: Ingested, { out, json, strict }: Options): Promise<void> {
  const { summary, quarantineNotes } = await import('../text/ingested.ts');
  if (json) await io.out(`${JSON.stringify({ dataset: out, ...ingested })}\n`);
  else await io.out(`${summary(io, ingested, out)}\n`);
  if (!json) for (const line of quarantineNotes(io, ingested)) io.note(line);
  const { quarantined, not_a_report: others } = ingested.outcomes;
  if (quarantined > 0 || (strict && (others > 0 || ingested.failing > 0))) io.end(exit.incomplete);
}

/** A whole number of threads. */
function threads(value: string): number {
  const count = Number(value);
  if (!Number.isInteger(count) || count < 1 || count > 64) throw new InvalidArgumentError('1 … 64');
  return count;
}

/** `gongkai ingest`: files and folders into the dataset folder, the local stand-in for dropping them into the bucket. */
export const registerIngest: Register = (program, io) => {
  const command = program
    .command('ingest')
    .argument('<path...>', io.text({ zh: '文件、文件夹或压缩包', en: 'files, folders or zips' }))
    .summary(io.text({ zh: '把报告收入数据集', en: 'take reports into the dataset' }))
    .description(
      io.text({
        zh: '读取、核对并发布每个文件；未变的文件跳过，中断后重新运行会继续。以点开头的文件夹不看。有文件被隔离时以 3 退出。',
        en: 'Reads, checks and publishes every file. Unchanged files are skipped; after an interruption run it again. Folders that begin with a dot are left out. Exits with 3 when a file was quarantined.',
      }),
    )
    .addOption(outOption(io))
    .addOption(jsonOption(io))
    .option('--workers <n>', io.text({ zh: '线程数', en: 'threads' }), threads, availableParallelism())
    .option('--rehash', io.text({ zh: '看似未变的文件也重新读取', en: 'read files that look unchanged, too' }))
    .option('--keep', io.text({ zh: '在数据集中保留原文件的副本', en: 'keep a copy of each file in the dataset' }))
    .option(
      '--strict',
      io.text({ zh: '有文件不是年度报告或有核对不成立时以 3 退出', en: 'exit with 3 when a file is no annual report or fails a check' }),
    )
    .action((paths: string[], options: Options) => run(io, paths, options));
  examples(command, io, [
    { type: 'gongkai ingest reports/', for: { zh: '收入一个文件夹', en: 'a folder of reports' } },
    { type: 'gongkai ingest a.html b.zip --out data', for: { zh: '收入到 data', en: 'into the folder data' } },
  ]);
};
