import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sqlText } from '../src/derive/sql-text.ts';
import { openKeys, rawKeys } from '../src/keys.ts';
import { parseDocument } from '../src/parse.ts';
import type { ObjectStore } from '../src/ports.ts';
import { packageRoot } from './local/package-root.ts';

/** A deployment to try. */
export interface SmokeOptions {
  readonly rawBucket: string;
  readonly openBucket: string;
  readonly workgroup: string;
  readonly database: string;
  /** Milliseconds between two looks, and until a step counts as failed. */
  readonly pause: number;
  readonly patience: number;
}

/** What a deployment did not do, and where to look. */
export class SmokeFailure extends Error {}

/** A sample under a name that no office has, so that nobody's data is touched; different every time. */
function sampleReport(mark: string): Uint8Array {
  const folder = join(packageRoot(), 'samples');
  const [file] = readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort();
  const text = readFileSync(join(folder, file ?? ''), 'utf8');
  const office = /^(.+?)\d{4}年/.exec(text)?.[1] ?? '';
  return new TextEncoder().encode(`${text.replaceAll(office, '部署自检示例所')}\n自检标记：${mark}\n`);
}

async function until(what: string, options: SmokeOptions, holds: () => Promise<boolean>, advice: string): Promise<void> {
  const end = Date.now() + options.patience;
  while (!(await holds())) {
    if (Date.now() > end) throw new SmokeFailure(`${what}: not after ${Math.round(options.patience / 1000)} s. ${advice}`);
    await new Promise((done) => setTimeout(done, options.pause));
  }
}

/**
 * Drop a made-up report, wait for its partition, ask Athena for its cells, compare them with what this machine reads from
 * the same bytes, withdraw it again. Says how long each step took. Throws SmokeFailure.
 */
export async function smoke(options: SmokeOptions, say: (line: string) => void): Promise<void> {
  const [{ s3Client }, { S3Store }] = await Promise.all([
    import('../lambdas/adapters/s3-client.ts'),
    import('../lambdas/adapters/s3-store.ts'),
  ]);
  const client = s3Client();
  const [raw, open] = [new S3Store(client, options.rawBucket), new S3Store(client, options.openBucket)];
  const mark = new Date().toISOString();
  const body = sampleReport(mark);
  const { report } = await parseDocument(body, { name: 'smoke.txt' });
  const { agency_id: agency } = report.agency;
  const year = report.report.year;
  if (year === null || !agency.startsWith('u-'))
    throw new SmokeFailure(`the sample became ${agency} ${year}, not an office that does not exist`);
  const key = `smoke/${mark.replaceAll(':', '-')}.txt`;
  const json = openKeys.documentJson({ agency, year });
  const timed = step(say);
  await timed(`dropped s3://${options.rawBucket}/${key}`, () => raw.put(key, body));
  const advice = 'Look at the log of the parse function and at the dead-letter queues (docs/runbook.md#dead-letters).';
  await timed('its partition is there', () => until('no partition', options, () => holds(open, json, report.document.sha256), advice));
  await timed(`Athena gives its ${report.cells.length} cells, value for value`, () =>
    compareCells(options, { agency, year }, report.cells),
  );
  await timed('withdrawn', () => raw.put(rawKeys.sidecar(key), new TextEncoder().encode('{"withdrawn":true,"reason":"smoke test"}')));
  await timed('its partition is gone', () => until('still published', options, async () => (await open.head(json)) === null, advice));
}

const step = (say: (line: string) => void) => async (what: string, work: () => Promise<unknown>) => {
  const started = Date.now();
  await work();
  say(`${((Date.now() - started) / 1000).toFixed(1).padStart(6)} s  ${what}`);
};

const holds = async (open: ObjectStore, key: string, sha256: string): Promise<boolean> => {
  const object = await open.get(key);
  return object !== null && new TextDecoder().decode(object.body).includes(sha256);
};

async function compareCells(
  { workgroup, database }: SmokeOptions,
  { agency, year }: { agency: string; year: number },
  cells: readonly { readonly code: string; readonly value: number | null }[],
): Promise<void> {
  const { athenaClient, runAthena } = await import('../lambdas/adapters/athena.ts');
  const sql = 'SELECT table_code, row_code, column_code, value FROM agency_cells WHERE agency = ? AND year = ?';
  const { rows } = await runAthena(athenaClient(), sql, [sqlText(agency), String(year)], { workgroup, database });
  const found = new Map<string, unknown>();
  for await (const [table, row, column, value] of rows) found.set(`${table}.${row}.${column}`, value);
  const wrong = cells.filter(({ code, value }) => found.get(code) !== value);
  if (wrong.length > 0 || found.size !== cells.length) {
    throw new SmokeFailure(
      `Athena gives ${found.size} cells, ${wrong.length} of ${cells.length} otherwise, first ${wrong[0]?.code ?? 'one too many'}`,
    );
  }
}
