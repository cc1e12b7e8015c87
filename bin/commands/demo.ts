import { join } from 'node:path';
import type { Io } from '../io.ts';
import type { Register } from './index.ts';

/** Samples are no real data: they never go to ./dataset. */
const folder = 'dataset-samples';

async function run(io: Io): Promise<void> {
  const [{ documentsAt }, { ingest }, { packageRoot }, { openDataset }, { summary }] = await Promise.all([
    import('../local/documents-in.ts'),
    import('../local/ingest.ts'),
    import('../local/package-root.ts'),
    import('../local/duckdb.ts'),
    import('./ingest.ts'),
  ]);
  const files = [...documentsAt(join(packageRoot(), 'samples'))].filter(({ key }) => /^\d/.test(key));
  const ingested = await ingest(
    folder,
    files,
    () => {},
    (error) => {
      throw error;
    },
  );
  await io.out(`${summary(io, ingested, folder)}\n\n`);
  const engine = await openDataset(folder, analyses.map(({ sql }) => sql).join(' '));
  const { writeResult } = await import('../text/result.ts');
  for (const { title, sql } of analyses) {
    await io.out(`${io.style('bold', io.text(title))}\n`);
    await writeResult(io, await engine.query(sql), 'table', 20, []);
    await io.out('\n');
  }
  engine.close();
  await io.out(`${io.text(next)}\n`);
}

const analyses = [
  {
    title: { zh: '读到了什么（数字为示例）', en: 'What was read (sample figures)' },
    sql: `SELECT year, agency_name, cells_reported, cells_null, applications_new_received, applications_processed_total, checks_failed
      FROM reports ORDER BY year, agency_id`,
  },
  {
    title: { zh: '哪些核对不成立', en: 'Which checks do not hold' },
    sql: `SELECT r.year, r.agency_name, c.check_id, c.left_value, c.right_value, c.message
      FROM checks c JOIN reports r ON r.agency_id = c.agency_id AND r.year = c.year
      WHERE c.outcome = 'fail' ORDER BY r.year, r.agency_id, c.check_id, c.instance`,
  },
] as const;

const next = {
  zh: `接下来可以：
  node dist/gongkai.js parse samples/01*.html --explain   逐个数字看出自哪一行
  node dist/gongkai.js query --out ${folder} "SELECT year, agency_name, disclosure_licensing_decisions FROM reports"
  node dist/gongkai.js show 厦门市司法局 2020 --out ${folder}
  node dist/gongkai.js ingest <你的文件夹>`,
  en: `What to do next:
  node dist/gongkai.js parse samples/01*.html --explain   every number and the line it stands on
  node dist/gongkai.js query --out ${folder} "SELECT year, agency_name, disclosure_licensing_decisions FROM reports"
  node dist/gongkai.js show 厦门市司法局 2020 --out ${folder}
  node dist/gongkai.js ingest <your folder>`,
};

/** `gongkai demo`, behind `npm start`: publishes the samples to ./dataset-samples and shows what was read. */
export const registerDemo: Register = (program, io) => {
  program
    .command('demo')
    .summary(io.text({ zh: '发布示例并展示结果', en: 'publish the samples and show the result' }))
    .action(() => run(io));
};
