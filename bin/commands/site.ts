import { Option } from 'commander';
import { exit, Failure } from '../failure.ts';
import type { Io } from '../io.ts';
import { wantTables } from '../local/store/dataset-folder.ts';
import { examples, jsonOption, outOption } from '../text/help.ts';
import { counted } from '../text/language.ts';
import type { Register } from './register.ts';

interface Options {
  readonly out: string;
  readonly to?: string;
  readonly oneFile?: string;
  readonly agency?: string;
  readonly json?: true;
}

/** Reports' texts in a page of one file: what a mail system still takes. */
const mostBytes = 12_000_000;

async function writeOneFile(io: Io, { out, agency, json }: Options, path: string): Promise<number> {
  const [{ oneFile }, { writeWhole }, { refuseForeignPage }] = await Promise.all([
    import('../local/site/one-file.ts'),
    import('../local/disk.ts'),
    import('../local/site/earlier.ts'),
  ]);
  refuseForeignPage(path);
  const agencies: string[] = [];
  if (agency) {
    const [{ openDataset }, { findAgency }] = await Promise.all([
      import('../local/sql/open-dataset.ts'),
      import('../local/sql/find-agency.ts'),
    ]);
    const engine = await openDataset(out, 'reports');
    agencies.push(...(await findAgency(io, engine, agency)).map(({ id }) => id));
    engine.close();
  }
  const { page, meta, withoutAgencies, withoutSource } = await oneFile(out, { agencies, mostBytes });
  writeWhole(path, page);
  const bytes = Buffer.byteLength(page);
  const left = { without_agencies: withoutAgencies, without_source: withoutSource };
  if (json) await io.out(`${JSON.stringify({ file: path, bytes, reports: meta.reports, ...left })}\n`);
  else await io.out(`${path}  ${(bytes / 1e6).toFixed(2)} MB\n`);
  if (withoutAgencies > 0 || withoutSource > 0)
    io.note(
      io.text({
        zh: `放不下：${withoutAgencies} 个机关的页面，${withoutSource} 份报告的原文。用 --agency 只取一个机关。`,
        en: `did not fit: the pages of ${counted(withoutAgencies, 'agency', 'agencies')}, the texts of ${counted(withoutSource, 'report')}. --agency cuts the page to one agency.`,
      }),
    );
  return meta.reports;
}

async function writeFolder(io: Io, { out, to, json }: Options): Promise<number> {
  const { writeSite } = await import('../local/site/site.ts');
  const { folder, meta, files, bytes } = await writeSite(io, { out, ...(to && { to }) });
  if (json) await io.out(`${JSON.stringify({ folder, files, bytes, reports: meta.reports })}\n`);
  else
    await io.out(
      io.text({
        zh: `${meta.reports} 份报告、${meta.agencies} 个机关：${files} 个文件，${(bytes / 1e6).toFixed(1)} MB，在 ${folder}\n`,
        en: `${counted(meta.reports, 'report')}, ${counted(meta.agencies, 'agency', 'agencies')}: ${counted(files, 'file')}, ${(bytes / 1e6).toFixed(1)} MB, in ${folder}\n`,
      }),
    );
  return meta.reports;
}

async function run(io: Io, options: Options): Promise<void> {
  if (options.agency && !options.oneFile) throw new Failure('missing_option', { name: '--one-file <file>', command: 'site ' });
  wantTables(options.out);
  const reports = options.oneFile ? await writeOneFile(io, options, options.oneFile) : await writeFolder(io, options);
  if (reports === 0) io.end(exit.nothing);
}

/** `gongkai site`: the explorer as static files, or as one. */
export const registerSite: Register = (program, io) => {
  const command = program
    .command('site')
    .summary(io.text({ zh: '生成浏览页面', en: 'build the explorer' }))
    .description(
      io.text({
        zh: '把数据集做成网页：不需要服务器程序，放到任何能发文件的地方即可；--one-file 做成一个双击即开的文件。',
        en: 'Makes the dataset a set of pages that any host of files can serve; --one-file makes one file that opens by double-click.',
      }),
    )
    .addOption(outOption(io))
    .addOption(jsonOption(io))
    .option('--to <dir>', io.text({ zh: '写到何处，缺省为数据集的 open/site', en: 'folder to write; open/site of the dataset without it' }))
    .addOption(new Option('--one-file <file>', io.text({ zh: '只写一个 HTML 文件', en: 'write one HTML file instead' })).conflicts('to'))
    .option('--agency <agency>', io.text({ zh: '与 --one-file 同用：只含一个机关', en: 'with --one-file: the pages of one agency only' }))
    .action((options: Options) => run(io, options));
  examples(command, io, [
    { type: 'gongkai site --to public', for: { zh: '可放到任何网站', en: 'for any host of files' } },
    { type: 'gongkai site --one-file gongkai.html', for: { zh: '双击即开', en: 'opens by double-click' } },
  ]);
};
