import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { isolatedParse } from '../../lambdas/isolated-parse.ts';

const folder = mkdtempSync(join(tmpdir(), 'gongkai-worker-'));
const head = "import { parentPort, workerData } from 'node:worker_threads';\n";

/** Parse some bytes in a thread that runs this code. */
function parseBy(code: string, milliseconds = 5_000) {
  const script = join(folder, `${Math.abs(code.length * 31 + code.charCodeAt(0))}.mjs`);
  writeFileSync(script, head + code);
  const parse = isolatedParse(pathToFileURL(script), { milliseconds, megabytes: 32 });
  return parse(Buffer.from('报告'), { name: 'a.html', sourceUrl: 'https://www.example.gov.cn/a.html' });
}

test('what the thread answers is the answer', async () => {
  expect(
    await parseBy('parentPort.postMessage({ report: workerData.source.name, agencyCandidates: [...workerData.bytes].length })'),
  ).toEqual({
    report: 'a.html',
    agencyCandidates: 6,
  });
});

test.each([
  ['never ends', 'for (;;);', 200, /no result after 0.2 s/],
  ['takes all memory', 'const all = []; for (;;) all.push(new Array(1e6).fill(Math.random()));', 20_000, /memory/i],
  ['ends its thread', 'process.exit(3);', 5_000, /code 3/],
  ['throws', "throw new Error('no such table');", 5_000, /no such table/],
])('a document whose parser %s is unreadable, for that reason', async (_, code, milliseconds, why) => {
  const { report } = await parseBy(code, milliseconds);
  expect(report.report.kind).toBeNull();
  expect(report.document).toMatchObject({ name: 'a.html', bytes: 6, source_url: 'https://www.example.gov.cn/a.html' });
  expect(report.issues).toMatchObject([{ code: 'crash_suspected', severity: 'error' }]);
  expect(report.issues[0]?.message).toMatch(why);
});
