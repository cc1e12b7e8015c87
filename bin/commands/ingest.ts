import { exit, Failure } from '../failure.ts';
import type { Io } from '../io.ts';
import type { Ingested } from '../local/ingest.ts';
import { examples, jsonOption, outOption } from '../text/help.ts';
import type { Register } from './index.ts';

interface Options {
  readonly out: string;
  readonly json?: true;
  readonly strict?: true;
}

async function run(io: Io, paths: readonly string[], options: Options): Promise<void> {
  const [{ documentsAt }, { ingest }] = await Promise.all([import('../local/documents-in.ts'), import('../local/ingest.ts')]);
  const files = paths.flatMap((path) => [...documentsAt(path)]);
  if (files.length === 0) throw new Failure('nothing_to_ingest', { path: paths.join(' ') });
  let done = 0;
  const every = Math.max(1, Math.floor(files.length / 10));
  const ingested = await ingest(
    options.out,
    files,
    () => {
      done++;
      if (io.progress && done % every === 0) io.note(`${done}/${files.length}`);
    },
    (error) => io.report(error instanceof Failure ? error : new Failure('unexpected', { reason: String(error) }, { cause: error })),
  );
  if (options.json) await io.out(`${JSON.stringify({ dataset: options.out, ...ingested })}\n`);
  else await io.out(`${summary(io, ingested, options.out)}\n`);
  const { quarantined, not_a_report: others } = ingested.outcomes;
  if (quarantined > 0 || (options.strict && others > 0)) io.end(exit.incomplete);
}

/** What came of an ingest in one paragraph. */
export function summary(io: Io, { files, unchanged, outcomes }: Ingested, out: string): string {
  const { candidate, not_a_report: others, quarantined, container } = outcomes;
  return io.text({
    zh: `${files} 个文件：${candidate} 份报告，${others} 份不是年度报告，${container} 个压缩包，${quarantined} 份被隔离，${unchanged} 个未变。数据集：${out}`,
    en: `${files} files: ${candidate} reports, ${others} no annual reports, ${container} archives, ${quarantined} in quarantine, ${unchanged} unchanged. Dataset: ${out}`,
  });
}

/** `gongkai ingest`: files and folders into the dataset folder, the local stand-in for dropping them into the bucket. */
export const registerIngest: Register = (program, io) => {
  const command = program
    .command('ingest')
    .argument('<path...>', io.text({ zh: '文件、文件夹或压缩包', en: 'files, folders or zips' }))
    .summary(io.text({ zh: '把报告收入数据集', en: 'take reports into the dataset' }))
    .description(
      io.text({
        zh: '读取、核对并发布每个文件；已收过且未变的文件跳过，中断后重新运行会继续。有文件被隔离时以 3 退出。',
        en: 'Reads, checks and publishes every file. Files taken in before and unchanged are skipped; after an interruption run it again. Exits with 3 when a file was quarantined.',
      }),
    )
    .addOption(outOption(io))
    .addOption(jsonOption(io))
    .option('--strict', io.text({ zh: '有文件不是年度报告时以 3 退出', en: 'exit with 3 when a file is no annual report' }))
    .action((paths: string[], options: Options) => run(io, paths, options));
  examples(command, io, [
    { type: 'gongkai ingest reports/', for: { zh: '收入一个文件夹', en: 'a folder of reports' } },
    { type: 'gongkai ingest a.html b.zip --out data', for: { zh: '收入到 data', en: 'into the folder data' } },
  ]);
};
