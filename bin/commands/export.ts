import { join } from 'node:path';
import { Option } from 'commander';
import { exit, Failure } from '../failure.ts';
import type { Io } from '../io.ts';
import { wantTables } from '../local/store/dataset-folder.ts';
import { examples, outOption } from '../text/help.ts';
import { counted } from '../text/language.ts';
import type { Register } from './register.ts';

const formats = ['csv', 'xlsx', 'parquet', 'json'] as const;

interface Options {
  readonly out: string;
  readonly format: (typeof formats)[number];
  readonly where?: string;
  readonly to?: string;
}

async function exportTable(io: Io, name: string, options: Options): Promise<void> {
  const { exportSlice } = await import('../local/export/export.ts');
  wantTables(options.out);
  const to = options.to ?? `${name}-${options.format}`;
  // Several files are written: a name for one of them would become that of a folder.
  if (/\.(?:csv|xlsx|parquet|json)$/i.test(to))
    throw new Failure('invalid_value', {
      option: '--to',
      value: to,
      expected: io.text({ zh: '文件夹的名称（导出-2021）', en: 'the name of a folder (reports-2021)' }),
    });
  const rows = await exportSlice(io, { ...options, name, to, day: new Date().toISOString().slice(0, 10) });
  const file = join(to, `${name}.${options.format}`);
  io.note(
    io.text({
      zh: `已写入 ${file}：${rows} 行；同一文件夹里有 README、引用格式和校验和。`,
      en: `Wrote ${file} (${counted(rows, 'row')}), with README, citation and checksums beside it.`,
    }),
  );
  if (rows === 0) io.end(exit.nothing);
}

/** `gongkai export TABLE`: a slice as files that explain themselves. */
export const registerExport: Register = (program, io) => {
  const command = program
    .command('export')
    .argument('<table>', io.text({ zh: '表，例如 reports 或 cells', en: 'a table, for instance reports or cells' }))
    .summary(io.text({ zh: '导出数据的一部分，附说明、引用和校验和', en: 'a slice of the data, with README, citation, checksums' }))
    .description(
      io.text({
        zh: '把一张表（或其中符合条件的行）导出到新文件夹。表格文件不会执行任何公式。没有符合条件的行时以 4 退出。',
        en: 'Exports a table, or its rows that meet a condition, to a new folder. No spreadsheet will run anything in it as a formula. Exit code 4 when no row matches.',
      }),
    )
    .addOption(outOption(io))
    .addOption(new Option('--format <format>', io.text({ zh: '文件格式', en: 'file format' })).choices([...formats]).makeOptionMandatory())
    .option('--where <condition>', io.text({ zh: 'SQL 条件', en: 'a condition in SQL' }))
    .option('--to <path>', io.text({ zh: '写到哪个文件夹，缺省为 <表>-<格式>', en: 'folder to write; <table>-<format> without it' }))
    .action((name: string, options: Options) => exportTable(io, name, options));
  examples(command, io, [
    {
      type: 'gongkai export reports --format xlsx --where "year = 2021"',
      for: { zh: '某年的报告，用于 Excel、WPS', en: 'the reports of a year, for Excel or WPS' },
    },
    {
      type: 'gongkai export cells --format csv --where "region = \'35\'" --to fujian',
      for: { zh: '一个省的全部单元格', en: 'all cells of a province' },
    },
  ]);
};
