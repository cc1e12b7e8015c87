import { createReadStream, existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Option } from 'commander';
import type { SavedQuery } from '../../src/derive/saved-query.ts';
import { exit, Failure } from '../failure.ts';
import type { Io } from '../io.ts';
import type { Engine } from '../local/duckdb.ts';
import { wholeNumber } from '../text/arguments.ts';
import { examples, jsonOption, outOption } from '../text/help.ts';
import type { Register } from './index.ts';

interface Options {
  readonly out: string;
  readonly named?: string;
  readonly param: readonly string[];
  readonly list?: true;
  readonly format: 'table' | 'csv' | 'json' | 'parquet';
  readonly json?: true;
  readonly maxRows?: number;
}

const rowsOnScreen = 50;

async function list(io: Io, json: boolean): Promise<void> {
  const { savedQueries } = await import('../local/saved-queries.ts');
  const queries = savedQueries(io);
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

async function statement(io: Io, sql: string | undefined, options: Options): Promise<{ sql: string; saved: SavedQuery | null }> {
  if ((sql === undefined) === (options.named === undefined) || sql?.trim() === '') throw new Failure('query_missing');
  if (sql !== undefined) {
    if (options.param.length > 0) throw new Failure('parameters_without_query');
    return { sql, saved: null };
  }
  const { filledQuery, savedQuery } = await import('../local/saved-queries.ts');
  const saved = savedQuery(io, options.named ?? '');
  return { sql: filledQuery(io, saved, options.param), saved };
}

async function writeParquet(io: Io, engine: Engine, sql: string, scratch: string, limit: number | undefined): Promise<void> {
  const file = join(scratch, 'result.parquet');
  const rows = await engine.writeParquet(sql, file, limit);
  for await (const part of createReadStream(file)) await io.out(part);
  if (rows === 0) io.end(exit.nothing);
}

async function run(io: Io, typed: string | undefined, options: Options): Promise<void> {
  if (options.list) return list(io, options.json ?? false);
  const { sql, saved } = await statement(io, typed, options);
  if (!existsSync(join(options.out, 'open'))) throw new Failure('dataset_missing', { path: options.out });
  const format = options.json ? 'json' : options.format;
  const [{ openDataset, RefusedSql }, { writeResult }, { sqlFailure }] = await Promise.all([
    import('../local/duckdb.ts'),
    import('../text/result.ts'),
    import('../text/sql-error.ts'),
  ]);
  if (format === 'parquet' && io.terminal) throw new Failure('parquet_to_terminal');
  const scratch = format === 'parquet' ? await mkdtemp(join(tmpdir(), 'gongkai-')) : '';
  const engine = await openDataset(options.out, sql, { scratch });
  const forget = io.onInterrupt(() => engine.interrupt());
  try {
    if (saved && format === 'table') io.note(`${io.style('bold', io.text(saved.title), 'err')}\n${io.text(saved.question)}\n`);
    if (format === 'parquet') return await writeParquet(io, engine, sql, scratch, options.maxRows);
    const answer = await engine.query(sql);
    const limit = options.maxRows ?? (format === 'table' ? rowsOnScreen : Number.POSITIVE_INFINITY);
    const labels = saved
      ? answer.columns.map(({ name }) => io.text(saved.columns.find((c) => c.name === name) ?? { zh: name, en: name }))
      : [];
    const { rows, more } = await writeResult(io, answer, format, limit, labels);
    if (more)
      io.note(
        io.text({
          zh: `只显示前 ${rows} 行；用 --max-rows 或 --format csv 看其余的。`,
          en: `Only the first ${rows} rows; --max-rows or --format csv for the rest.`,
        }),
      );
    if (rows === 0) io.end(exit.nothing);
  } catch (error) {
    throw error instanceof RefusedSql ? sqlFailure(io, error.refusal, sql) : error;
  } finally {
    forget();
    engine.close();
    if (scratch) await rm(scratch, { recursive: true, force: true });
  }
}

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
    .action((sql: string | undefined, options: Options) => run(io, sql, options));
  examples(command, io, [
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
  ]);
};
