import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Report } from '../../schemas/report.ts';
import { openKeys } from '../../src/keys.ts';
import { Failure } from '../failure.ts';
import type { Io } from '../io.ts';
import type { Engine } from '../local/sql/duckdb.ts';
import type { FoundAgency } from '../local/sql/find-agency.ts';
import { wantTables } from '../local/store/dataset-folder.ts';
import { wholeNumber } from '../text/arguments.ts';
import { examples, jsonOption, outOption } from '../text/help.ts';
import type { Register } from './register.ts';

interface Options {
  readonly out: string;
  readonly json?: true;
  readonly explain?: true;
}

const columns = [
  ['year', { zh: '年度', en: 'year' }],
  ['agency_id', { zh: '机关代码', en: 'agency id' }],
  ['coverage', { zh: '统计范围', en: 'coverage' }],
  ['form_applications', { zh: '格式', en: 'form' }],
  ['applications_new_received', { zh: '新收', en: 'received' }],
  ['applications_processed_total', { zh: '办结', en: 'processed' }],
  ['disclosed', { zh: '公开', en: 'disclosed' }],
  ['applications_denied_total', { zh: '不予公开', en: 'denied' }],
  ['applications_carried_out', { zh: '结转', en: 'carried' }],
  ['remedies_review_total', { zh: '复议', en: 'reviews' }],
  ['cells_null', { zh: '缺数字', en: 'cells empty' }],
  ['checks_failed', { zh: '核对不成立', en: 'checks failed' }],
  ['published', { zh: '发布', en: 'published' }],
] as const;

async function overview(io: Io, engine: Engine, condition: string, found: readonly FoundAgency[], json: boolean): Promise<void> {
  const several = found.length > 1;
  const names = found.map(({ id, name }) => `${name}  ${id}`).join('\n');
  // The id is shown once, unless the organ has had several.
  const shown = columns.filter(([name]) => name !== 'agency_id' || several);
  const select = shown.map(([name]) =>
    name === 'disclosed' ? 'applications_granted + applications_partially_granted AS disclosed' : name,
  );
  const [{ writeResult }, { codeLabel }] = await Promise.all([import('../text/result.ts'), import('../text/code-labels.ts')]);
  if (!json) await io.out(`${io.style('bold', names)}\n\n`);
  const answer = await engine.query(`SELECT ${json ? '*' : select.join(', ')} FROM reports WHERE ${condition} ORDER BY year, agency_id`);
  const limit = Number.POSITIVE_INFINITY;
  const title = (name: string) => io.text(columns.find(([column]) => column === name)?.[1] ?? { zh: name, en: name });
  const value = (column: string, code: string) => codeLabel(io, column === 'form_applications' ? 'form' : column, code);
  await writeResult(io, answer, json ? 'json' : 'table', limit, { title, value });
}

async function readPublished(out: string, agency: string, year: number): Promise<Report> {
  const path = join(out, openKeys.documentJson({ agency, year }));
  const { reportSchema } = await import('../../schemas/report.ts');
  try {
    return reportSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (error) {
    throw new Failure(
      'published_unreadable',
      { path, reason: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error) },
      { cause: error },
    );
  }
}

async function oneYear(io: Io, engine: Engine, condition: string, asked: string, year: number, options: Options): Promise<void> {
  const rows = await engine.rows(`SELECT agency_id, year FROM reports WHERE ${condition} ORDER BY year, agency_id`);
  const held = rows.filter((row) => row.year === year);
  if (held.length === 0)
    throw new Failure('year_not_held', { name: asked, year, known: [...new Set(rows.map((row) => row.year))].join(', ') });
  const [{ reportView }, { explanation }] = await Promise.all([import('../text/report.ts'), import('../text/explain.ts')]);
  for (const row of held) {
    const report = await readPublished(options.out, String(row.agency_id), year);
    const shown = options.explain ? explanation(io, report) : reportView(io, report);
    await io.out(options.json ? `${JSON.stringify(report)}\n` : `${shown}\n`);
  }
}

async function show(io: Io, asked: string, year: number | undefined, options: Options): Promise<void> {
  wantTables(options.out);
  const [{ openDataset }, { findAgency, ofAgencies }] = await Promise.all([
    import('../local/sql/open-dataset.ts'),
    import('../local/sql/find-agency.ts'),
  ]);
  const engine = await openDataset(options.out, 'reports');
  try {
    const found = await findAgency(io, engine, asked);
    const condition = ofAgencies(found);
    if (year !== undefined) return await oneYear(io, engine, condition, asked, year, options);
    await overview(io, engine, condition, found, options.json ?? false);
    const [{ id } = { id: asked }] = found;
    if (!options.json)
      io.note(
        io.text({ zh: `每个数字及其出处：gongkai show ${id} <年度>`, en: `Every number with its source: gongkai show ${id} <year>` }),
      );
  } finally {
    engine.close();
  }
}

/** `gongkai show AGENCY [YEAR]`: one agency over the years, or one report with the source line of each number. */
export const registerShow: Register = (program, io) => {
  const command = program
    .command('show')
    .argument('<agency>', io.text({ zh: '机关代码或名称', en: 'agency id or name, or a part of it' }))
    .argument('[year]', io.text({ zh: '年度', en: 'report year' }), wholeNumber(io, { min: 2000, max: 2100 }))
    .summary(io.text({ zh: '查看一个机关', en: 'look at one agency' }))
    .description(
      io.text({
        zh: '列出一个机关各年度的主要数字；给出年度则显示该报告的每个数字及其所在的行。',
        en: 'Lists the main numbers of one agency year by year; with a year, every number of that report and the line it stands on.',
      }),
    )
    .addOption(outOption(io))
    .option('--explain', io.text({ zh: '每个数字出自哪一行、依哪条规则', en: 'each number with its line and the rule that read it' }))
    .addOption(jsonOption(io))
    .action((agency: string, year: number | undefined, options: Options) => show(io, agency, year, options));
  examples(command, io, [
    { type: 'gongkai show 350200-justice-bureau', for: { zh: '各年度一览', en: 'year by year' } },
    { type: 'gongkai show 厦门市司法局 2020', for: { zh: '一份报告及数字出处', en: 'one report with its sources' } },
  ]);
};
