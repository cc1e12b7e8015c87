import { Failure } from '../failure.ts';
import type { Io } from '../io.ts';
import type { Planned } from '../local/release/release.ts';
import { wantTables } from '../local/store/dataset-folder.ts';
import { folderAddress, isDay } from '../text/arguments.ts';
import { examples, jsonOption, outOption } from '../text/help.ts';
import { counted } from '../text/language.ts';
import type { Register } from './register.ts';

interface Options {
  readonly out: string;
  readonly version?: string;
  readonly date?: string;
  readonly address?: string;
  readonly dryRun?: true;
  readonly json?: true;
}

function tellPlan(io: Io, plan: Planned, json: boolean): Promise<void> {
  const { version, tables } = plan;
  const list = Object.entries(tables).map(([table, objects]) => `  ${table}: ${objects}`);
  const head = io.text({ zh: `将发布 ${version}（各表的文件数）：`, en: `Would release ${version} (objects per table):` });
  return io.out(json ? `${JSON.stringify(plan)}\n` : `${[head, ...list].join('\n')}\n`);
}

async function run(io: Io, { out, version, json, dryRun, ...options }: Options): Promise<void> {
  wantTables(out);
  const date = options.date ?? new Date().toISOString().slice(0, 10);
  if (!isDay(date)) throw new Failure('invalid_value', { option: '--date', value: date, expected: 'YYYY-MM-DD (2026-11-30)' });
  const { versionPattern } = await import('../../src/release/manifest.ts');
  if (version !== undefined && !versionPattern.test(version))
    throw new Failure('invalid_value', { option: '--version', value: version, expected: 'vYEAR.MONTH.NUMBER (v2026.11.0)' });
  const { planned, release } = await import('../local/release/release.ts');
  const { address } = options;
  const request = { out, date, ...(version && { version }), ...(address && { address }) };
  if (dryRun) return tellPlan(io, await planned(request), json === true);
  const made = await release(io, request);
  const megabytes = (made.bytes / 1e6).toFixed(1);
  await io.out(
    json
      ? `${JSON.stringify(made)}\n`
      : `${io.text({
          zh: `已发布 ${made.version}：${made.files} 个文件，${megabytes} MB，在 ${made.folder}`,
          en: `Released ${made.version}: ${counted(made.files, 'file')}, ${megabytes} MB, in ${made.folder}`,
        })}\n`,
  );
}

/** `gongkai release`: an immutable version of the dataset that others can cite and check. */
export const registerRelease: Register = (program, io) => {
  const command = program
    .command('release')
    .summary(io.text({ zh: '发布一个不再改变的版本', en: 'make a version that never changes' }))
    .description(
      io.text({
        zh: '把数据集发布为 Parquet、CSV、Excel、JSON，附说明、许可、变更记录和校验和。中断后重新运行即可；同样的数据和日期得到同样的字节（db/ 除外）。',
        en: 'Publishes the dataset as Parquet, CSV, Excel and JSON with READMEs, licences, a changelog and checksums. After an interruption run it again. The same data and date give the same bytes (db/ excepted).',
      }),
    )
    .addOption(outOption(io))
    .addOption(jsonOption(io))
    .option('--version <version>', io.text({ zh: '版本，缺省为当月的下一个', en: 'version; without it the next of the month' }))
    .option('--date <day>', io.text({ zh: '发布日期，缺省为今天', en: 'day of the release; today without it' }))
    .option('--address <url>', io.text({ zh: '各版本所在的网址', en: 'address the releases are published under' }), folderAddress(io))
    .option('--dry-run', io.text({ zh: '只说明将发布什么', en: 'only say what would be released' }))
    .action((options: Options) => run(io, options));
  examples(command, io, [
    { type: 'gongkai release', for: { zh: '发布 ./dataset', en: 'release ./dataset' } },
    { type: 'gongkai release --version v2026.11.0 --date 2026-11-30', for: { zh: '可重现的发布', en: 'a release that can be made again' } },
  ]);
};
