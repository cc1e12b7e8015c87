import { join, relative } from 'node:path';
import { Failure } from '../failure.ts';
import type { Io } from '../io.ts';
import type { Register } from './register.ts';

/** Samples are no real data: they never go to ./dataset. */
const folder = 'dataset-samples';

/** The saved analyses that have something to say about eight files. */
const analyses = ['denial_reasons', 'carry_chain'] as const;

const read = {
  title: { zh: '读到了什么（示例，不是真实数据）', en: 'What was read (samples, no real data)' },
  columns: {
    file: { zh: '文件', en: 'file' },
    year: { zh: '年度', en: 'year' },
    agency: { zh: '机关', en: 'agency' },
    form: { zh: '格式', en: 'form' },
    with_value: { zh: '有数字', en: 'cells with a value' },
    without: { zh: '无数字', en: 'without' },
    failed: { zh: '核对不成立', en: 'checks failed' },
    outcome: { zh: '结果', en: 'outcome' },
  },
  sql: `SELECT array_to_string(d.names, ' ') AS file, r.year, r.agency_name AS agency, r.form_applications AS form,
      r.cells_reported AS with_value, r.cells_null AS without, r.checks_failed AS failed, d.outcome
    FROM documents d LEFT JOIN reports r ON r.document_sha256 = d.sha256 ORDER BY file`,
} as const;

async function publish(io: Io, samples: string): Promise<void> {
  const [{ walk }, { ingest }, { summary }] = await Promise.all([
    import('../local/ingest/walk.ts'),
    import('../local/ingest/ingest.ts'),
    import('../text/ingested.ts'),
  ]);
  const files = [...walk([samples], folder)].filter((met) => met instanceof Failure || /^\d/.test(met.key));
  const ingested = await ingest(files, { out: folder, workers: 1 }, { failed: (failure) => io.report(failure) });
  await io.out(`${summary(io, ingested, folder)}\n\n`);
}

async function show(io: Io): Promise<void> {
  const [{ openDataset }, { filledQuery, savedQuery }, { present }, { writeResult }, { codeLabel }] = await Promise.all([
    import('../local/sql/open-dataset.ts'),
    import('../local/sql/saved-queries.ts'),
    import('./query-result.ts'),
    import('../text/result.ts'),
    import('../text/code-labels.ts'),
  ]);
  const asked = analyses.map((name) => savedQuery(io, name)).map((saved) => ({ saved, sql: filledQuery(io, saved, []) }));
  const engine = await openDataset(folder, [read.sql, ...asked.map(({ sql }) => sql)].join(' '));
  const labels = Object.entries(read.columns);
  const title = (name: string) => io.text(labels.find(([column]) => column === name)?.[1] ?? { zh: name, en: name });
  await io.out(`${io.style('bold', io.text(read.title))}\n\n`);
  await writeResult(io, await engine.query(read.sql), 'table', Number.POSITIVE_INFINITY, {
    title,
    value: (column, code) => codeLabel(io, column, code),
  });
  for (const { saved, sql } of asked) {
    const where = sql === asked[0]?.sql ? `SELECT * FROM (\n${sql}\n) WHERE refusals > 0 ORDER BY year, refusals DESC, reason` : sql;
    await io.out(`\n${io.style('bold', io.text(saved.title))}\n${io.text(saved.question)}\n\n`);
    await present(io, await engine.query(where), { sql, saved }, 'table', undefined);
  }
  engine.close();
}

function next(io: Io, root: string): string {
  const atHome = relative(process.cwd(), root) === '';
  const gongkai = atHome ? 'node dist/gongkai.js' : 'gongkai';
  const samples = atHome ? 'samples' : join(root, 'samples');
  const lines = [
    [`${gongkai} parse ${join(samples, '01*.html')} --explain`, { zh: '每个数字出自哪一行', en: 'the line each number stands on' }],
    [`${gongkai} show 厦门市司法局 2021 --out ${folder}`, { zh: '一份报告；空白不是 0', en: 'one report; a blank is not 0' }],
    [`${gongkai} query --list`, { zh: '保存的分析', en: 'the saved analyses' }],
    [`${gongkai} query "SELECT * FROM mentions" --out ${folder}`, { zh: '正文中的数字', en: 'numbers stated in prose' }],
    [`${gongkai} check --out ${folder}`, { zh: '数据质量', en: 'the quality of the data' }],
    [`${gongkai} ingest ${io.text({ zh: '<你的文件夹>', en: '<your folder>' })}`, { zh: '建立自己的数据集', en: 'a dataset of your own' }],
  ] as const;
  const told = lines.flatMap(([command, what]) => [`  ${io.style('dim', `# ${io.text(what)}`)}`, `  ${command}`]);
  return [io.style('bold', io.text({ zh: '接下来可以', en: 'What to do next' })), ...told].join('\n');
}

async function demo(io: Io): Promise<void> {
  const { packageRoot } = await import('../local/package-root.ts');
  const root = packageRoot();
  await publish(io, join(root, 'samples'));
  await show(io);
  await io.out(`\n${next(io, root)}\n`);
}

/** `gongkai demo`, behind `npm start`: publishes the samples to ./dataset-samples and shows what was read. */
export const registerDemo: Register = (program, io) => {
  program
    .command('demo')
    .summary(io.text({ zh: '发布示例并展示结果', en: 'publish the samples and show the result' }))
    .description(
      io.text({
        zh: `把 samples/ 发布到 ./${folder}，显示读到了什么、两项分析和接下来可用的命令。可反复运行。`,
        en: `Publishes samples/ to ./${folder}, shows what was read, two analyses, and the commands to try next. Can be repeated.`,
      }),
    )
    .action(() => demo(io));
};
