import { Failure } from '../failure.ts';
import type { Io } from '../io.ts';
import { examples, jsonOption, outOption } from '../text/help.ts';
import { type Told, tell, workersOption } from './ingested.ts';
import type { Register } from './register.ts';

interface Options extends Told {
  readonly workers: number;
  readonly rehash?: true;
  readonly keep?: true;
}

async function run(io: Io, paths: readonly string[], options: Options): Promise<void> {
  const [{ walk }, { ingest }, { progress }] = await Promise.all([
    import('../local/ingest/walk.ts'),
    import('../local/ingest/ingest.ts'),
    import('../local/ingest/progress.ts'),
  ]);
  const met = [...walk(paths, options.out)];
  if (met.length === 0) throw new Failure('nothing_to_ingest', { path: paths.join(' ') });
  const failed = (failure: Failure) => io.report(failure);
  await tell(io, await ingest(met, options, { progress: progress(io), failed }), options);
}

/** `gongkai ingest`: files and folders into the dataset folder, the local stand-in for dropping them into the bucket. */
export const registerIngest: Register = (program, io) => {
  const command = program
    .command('ingest')
    .argument('<path...>', io.text({ zh: '文件、文件夹或压缩包', en: 'files, folders or zips' }))
    .summary(io.text({ zh: '把报告收入数据集', en: 'take reports into the dataset' }))
    .description(
      io.text({
        zh: '读取、核对并发布每个文件；未变的文件跳过，中断后重新运行会继续。以点开头的文件夹和指向文件夹的链接不看。有文件被隔离时以 3 退出。',
        en: 'Reads, checks and publishes every file. Unchanged files are skipped; after an interruption run it again. Folders that begin with a dot and links to folders are left out. Exits with 3 when a file was quarantined.',
      }),
    )
    .addOption(outOption(io))
    .addOption(jsonOption(io))
    .option('--rehash', io.text({ zh: '看似未变的文件也重新读取', en: 'read files that look unchanged, too' }))
    .option('--keep', io.text({ zh: '在数据集中保留原文件的副本', en: 'keep a copy of each file in the dataset' }))
    .option(
      '--strict',
      io.text({ zh: '有文件不是年度报告或有核对不成立时以 3 退出', en: 'exit with 3 when a file is no annual report or fails a check' }),
    )
    .action((paths: string[], options: Options) => run(io, paths, options));
  workersOption(command, io);
  examples(command, io, [
    { type: 'gongkai ingest reports/', for: { zh: '收入一个文件夹', en: 'a folder of reports' } },
    { type: 'gongkai ingest a.html b.zip --out data', for: { zh: '收入到 data', en: 'into the folder data' } },
  ]);
};
