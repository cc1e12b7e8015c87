import { exit } from '../failure.ts';
import type { Io } from '../io.ts';
import { wantTables } from '../local/store/dataset-folder.ts';
import { examples, jsonOption, outOption } from '../text/help.ts';
import type { Register } from './register.ts';

interface Options {
  readonly out: string;
  readonly json?: true;
  readonly html?: true;
  readonly strict?: true;
}

async function check(io: Io, options: Options): Promise<void> {
  wantTables(options.out);
  const [{ openDataset }, { measureQuality, qualityTables }] = await Promise.all([
    import('../local/sql/open-dataset.ts'),
    import('../local/sql/quality.ts'),
  ]);
  const engine = await openDataset(options.out, qualityTables);
  const quality = await measureQuality(engine);
  engine.close();
  if (options.json) {
    const { jsonValue } = await import('../local/sql/values.ts');
    await io.out(`${jsonValue({ dataset: options.out, ...quality })}\n`);
  } else if (options.html) {
    const { qualityPage } = await import('../html/quality-page.ts');
    await io.out(qualityPage(io, quality, options.out));
  } else {
    const { qualityView } = await import('../text/quality.ts');
    await io.out(`${qualityView(io, quality, options.out)}\n`);
  }
  if (quality.structure.length > 0) io.end(exit.failed);
  const failed = quality.checks.some(({ severity, failed: n }) => severity === 'error' && Number(n) > 0);
  if (options.strict && failed) io.end(exit.incomplete);
  if (Number(quality.totals.reports) === 0) io.end(exit.nothing);
}

/** `gongkai check`: how good a dataset is. */
export const registerCheck: Register = (program, io) => {
  const command = program
    .command('check')
    .summary(io.text({ zh: '数据集的质量报告', en: 'quality report of a dataset' }))
    .description(
      io.text({
        zh: '收录情况、各项核对的成立率、错误最多的报告、未能确定的机关、隔离的文件，以及表的主键与引用是否完整（不完整则以 1 退出）。',
        en: 'What is held, how often each check holds, the reports with the most errors, agencies not resolved, documents in quarantine, and whether keys and references of the tables are sound (exit code 1 when not).',
      }),
    )
    .addOption(outOption(io))
    .addOption(jsonOption(io).conflicts('html'))
    .option('--html', io.text({ zh: '输出一个带图表的网页，不依赖其他文件', en: 'one web page with charts that needs no other file' }))
    .option('--strict', io.text({ zh: '有错误级核对不成立时以 3 退出', en: 'exit with 3 when a check of error level fails' }))
    .action((options: Options) => check(io, options));
  examples(command, io, [
    { type: 'gongkai check', for: { zh: '查看 ./dataset 的质量', en: 'the quality of ./dataset' } },
    { type: 'gongkai check --html > quality.html', for: { zh: '带图表的网页', en: 'a page with charts' } },
    { type: 'gongkai check --json --out dataset-samples', for: { zh: '供程序读取', en: 'for machines' } },
  ]);
};
