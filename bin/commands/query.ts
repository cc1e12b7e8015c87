import { Option } from 'commander';
import { Failure } from '../failure.ts';
import type { Io } from '../io.ts';
import { wholeNumber } from '../text/arguments.ts';
import { type Example, examples, jsonOption, outOption } from '../text/help.ts';
import type { Asked } from './query-result.ts';
import type { Register } from './register.ts';

interface Options {
  readonly out: string;
  readonly named?: string;
  readonly param: readonly string[];
  readonly list?: true;
  readonly format: 'table' | 'csv' | 'json' | 'parquet';
  readonly json?: true;
  readonly maxRows?: number;
  readonly engine: 'duckdb' | 'athena';
  readonly workgroup: string;
  readonly database: string;
}

async function list(io: Io, json: boolean): Promise<void> {
  const { savedQueries } = await import('../local/sql/saved-queries.ts');
  const queries = savedQueries();
  if (json) return io.out(`${JSON.stringify(queries.map(({ sql, ...query }) => query))}\n`);
  const lines = queries.map(({ name, title, question, parameters }) => {
    const known = parameters.map((p) => `${p.name}=${p.default ?? ''}`).join('  ');
    return [
      `${io.style('bold', name)}  ${io.text(title)}`,
      `  ${io.text(question)}`,
      ...(known ? [`  ${io.style('dim', `-p ${known}`)}`] : []),
    ];
  });
  await io.out(`${lines.map((block) => block.join('\n')).join('\n\n')}\n`);
}

async function statement(io: Io, sql: string | undefined, options: Options): Promise<Asked> {
  if ((sql === undefined) === (options.named === undefined) || sql?.trim() === '') throw new Failure('query_missing');
  if (sql !== undefined) {
    if (options.param.length > 0) throw new Failure('parameters_without_query');
    return { sql, saved: null };
  }
  const { filledQuery, savedQuery } = await import('../local/sql/saved-queries.ts');
  const saved = savedQuery(io, options.named ?? '');
  return { sql: filledQuery(io, saved, options.param), saved };
}

async function run(io: Io, typed: string | undefined, options: Options): Promise<void> {
  if (options.list) return list(io, options.json ?? false);
  const asked = await statement(io, typed, options);
  const format = options.json ? 'json' : options.format;
  if (options.engine === 'duckdb') {
    const { queryLocally } = await import('./query-local.ts');
    return queryLocally(io, asked, { ...options, format });
  }
  if (format === 'parquet') throw new Failure('athena_format');
  const [{ askAthena }, { announce, present }] = await Promise.all([import('./query-athena.ts'), import('./query-result.ts')]);
  announce(io, asked, format);
  await present(io, await askAthena(io, asked.sql, options), asked, format, options.maxRows);
}

const queryExamples: readonly Example[] = [
  { type: 'gongkai query --list', for: { zh: '有哪些保存的分析', en: 'which analyses are saved' } },
  { type: 'gongkai query --named denial_reasons -p from_year=2021', for: { zh: '不予公开的理由', en: 'reasons for refusal' } },
  {
    type: 'gongkai query "SELECT year, count(*) FROM reports GROUP BY year ORDER BY year"',
    for: { zh: '各年度报告数', en: 'reports by year' },
  },
  {
    type: 'gongkai query "SELECT * FROM cells WHERE status = \'ambiguous\'" --format csv > doubtful.csv',
    for: { zh: '存为 CSV', en: 'save as CSV' },
  },
];

/** `gongkai query`: SQL on the local dataset, typed or saved. */
export const registerQuery: Register = (program, io) => {
  const command = program
    .command('query')
    .argument('[sql]', io.text({ zh: '一条 SELECT 语句', en: 'one SELECT statement' }))
    .summary(io.text({ zh: '用 SQL 查询数据集', en: 'ask the dataset in SQL' }))
    .description(
      io.text({
        zh: '在数据集上运行一条 SQL，或运行保存的分析（--named）。只读：不能写，也不能读其他文件。没有结果时以 4 退出。',
        en: 'Runs one SQL statement on the dataset, or a saved analysis (--named). Read-only: it can write nothing and read no other file. Exit code 4 when there is no row.',
      }),
    )
    .addOption(outOption(io))
    .option('--named <name>', io.text({ zh: '保存的分析', en: 'a saved analysis' }))
    .option(
      '-p, --param <key=value>',
      io.text({ zh: '保存的分析的参数，可多次给出', en: 'a parameter of the saved analysis; may be repeated' }),
      (value: string, before: readonly string[]) => [...before, value],
      [],
    )
    .option('--list', io.text({ zh: '列出保存的分析', en: 'list the saved analyses' }))
    .addOption(
      new Option('--format <format>', io.text({ zh: '输出格式', en: 'output format' }))
        .choices(['table', 'csv', 'json', 'parquet'])
        .default('table'),
    )
    .addOption(jsonOption(io))
    .option('--max-rows <n>', io.text({ zh: '最多输出多少行', en: 'write at most this many rows' }), wholeNumber(io, { min: 1 }))
    .addOption(
      new Option('--engine <engine>', io.text({ zh: '在本地还是在云上运行', en: 'run on this machine or in the cloud' }))
        .choices(['duckdb', 'athena'])
        .default('duckdb'),
    )
    .option('--workgroup <name>', io.text({ zh: 'Athena 工作组', en: 'Athena workgroup' }), 'gongkai')
    .option('--database <name>', io.text({ zh: 'Athena 数据库', en: 'Athena database' }), 'gongkai')
    .action((sql: string | undefined, options: Options) => run(io, sql, options));
  examples(command, io, queryExamples);
};
