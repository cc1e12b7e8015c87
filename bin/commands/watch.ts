import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Failure } from '../failure.ts';
import type { Io } from '../io.ts';
import { nothingAt } from '../local/disk-failure.ts';
import { wholeNumber } from '../text/arguments.ts';
import { examples, jsonOption, outOption } from '../text/help.ts';
import { tell, workersOption } from './ingested.ts';
import type { Register } from './register.ts';

interface Options {
  readonly out: string;
  readonly workers: number;
  readonly every: number;
  readonly keep?: true;
  readonly json?: true;
}

async function run(io: Io, folder: string, { every, ...options }: Options): Promise<void> {
  if (!existsSync(folder)) throw nothingAt(folder);
  const [{ watch }, { progress }] = await Promise.all([import('../local/ingest/watch.ts'), import('../local/ingest/progress.ts')]);
  io.note(io.text({ zh: `正在看着 ${folder}，Ctrl-C 结束。`, en: `Watching ${folder}; Ctrl-C ends it.` }));
  await watch(
    folder,
    { ...options, every: every * 1000 },
    {
      progress: progress(io),
      failed: (failure: Failure) => io.report(failure),
      taken: (ingested) => tell(io, ingested, options),
      again: (milliseconds) => sleep(milliseconds, true),
    },
  );
}

/** `gongkai watch DIR`: ingest for every file that appears. */
export const registerWatch: Register = (program, io) => {
  const command = program
    .command('watch')
    .argument('<dir>', io.text({ zh: '文件夹', en: 'folder' }))
    .summary(io.text({ zh: '看着文件夹，随到随收', en: 'take in every file that appears in a folder' }))
    .description(
      io.text({
        zh: '新文件和改动过的文件停止变化后即收入；重新启动后从中断处继续。Ctrl-C 结束。',
        en: 'Takes in files that appear or change, once they have come to rest; started again, it goes on where it stopped. Ctrl-C ends it.',
      }),
    )
    .addOption(outOption(io))
    .addOption(jsonOption(io))
    .option(
      '--every <seconds>',
      io.text({ zh: '每隔几秒看一次', en: 'seconds between two looks' }),
      wholeNumber(io, { min: 1, max: 3600 }),
      2,
    )
    .option('--keep', io.text({ zh: '在数据集中保留原文件的副本', en: 'keep a copy of each file in the dataset' }))
    .action((folder: string, options: Options) => run(io, folder, options));
  workersOption(command, io);
  examples(command, io, [{ type: 'gongkai watch inbox/ --out data', for: { zh: '收件夹', en: 'an inbox' } }]);
};
