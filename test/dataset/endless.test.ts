import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { randomReport } from '../../bench/generate/index.ts';
import { ingest } from '../../bin/local/ingest/ingest.ts';
import { newSeen } from '../../bin/local/ingest/seen.ts';
import { walk } from '../../bin/local/ingest/walk.ts';
import { parseInThread } from '../../bin/local/threads/parse-thread.ts';
import type { Clock } from '../../bin/local/threads/supervisor.ts';
import { threadPool } from '../../bin/local/threads/thread-pool.ts';
import { temporary, write } from '../support/folders.ts';
import { bundled } from '../support/script.ts';

// Documents that are read for ever, or end the thread that reads them, outside the cloud. No time is measured: the clock runs
// when the document has begun to hang, and is then as late as it takes.

let script: URL;
beforeAll(async () => {
  script = pathToFileURL(await bundled(join(import.meta.dirname, 'endless-worker.ts')));
});

/** A clock that strikes often once a file says that a document hangs. */
const clockFor =
  (sign: string): Clock =>
  (look) => {
    const timer = setInterval(() => {
      if (!existsSync(sign)) return;
      rmSync(sign);
      for (let strikes = 0; strikes < 100; strikes++) look();
    }, 20);
    return () => clearInterval(timer);
  };

test('ingest quarantines them, says why, and takes in the rest', async () => {
  const [folder, out] = [temporary(), temporary()];
  const sign = join(temporary(), 'hangs');
  write(folder, {
    '1.txt': randomReport(1).plainText,
    '2.txt': `never ends ${sign}`,
    '3.txt': randomReport(3).plainText,
  });
  const pool = threadPool(out, 1, script, clockFor(sign));
  const given = { pool, seen: newSeen(out) };
  const { outcomes, quarantined, failed } = await ingest([...walk([folder], out)], { out, workers: 1 }, { failed: () => {} }, given);
  await pool.end();
  expect({ outcomes, failed }).toEqual({ outcomes: { candidate: 2, not_a_report: 0, container: 0, quarantined: 1 }, failed: 0 });
  expect(quarantined.map(({ key, code, message }) => [key, code, message])).toEqual([
    ['2.txt', 'crash_suspected', expect.stringMatching(/no result after 60 s$/)],
  ]);
  expect(readdirSync(join(out, 'state', 'receipts'))).not.toEqual([]);
});

test('parse gives an object for one that ends the thread, and reads the next', async () => {
  const parse = parseInThread(script, () => () => {});
  const lost = await parse(Buffer.from('ends the thread'), { name: 'a.txt' });
  const read = await parse(Buffer.from(randomReport(1).plainText), { name: 'b.txt' });
  expect(lost.report).toMatchObject({ document: { name: 'a.txt' }, report: { kind: null } });
  expect(lost.report.issues).toMatchObject([{ code: 'crash_suspected', message: expect.stringMatching(/its thread ended$/) }]);
  expect(read.report).toMatchObject({ document: { name: 'b.txt' }, report: { kind: 'annual_report' } });
});

test('a promise that a library left behind fails nobody', async () => {
  const parse = parseInThread(script, () => () => {});
  const document = Buffer.from(`${randomReport(1).plainText}\nleaves a promise`);
  for (const name of ['a.txt', 'b.txt']) {
    expect((await parse(document, { name })).report).toMatchObject({ document: { name }, report: { kind: 'annual_report' } });
  }
});
