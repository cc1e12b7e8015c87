import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, expect, test, vi } from 'vitest';
import { isolatedParse, librariesIsolated } from '../../lambdas/isolated-parse.ts';

const folder = mkdtempSync(join(tmpdir(), 'gongkai-worker-'));
let scripts = 0;

/** A parser in threads that run this code with what they are given: `bytes` and `source`. */
function parserOf(code: string, milliseconds = 600_000) {
  const script = join(folder, `${scripts++}.mjs`);
  const head =
    "import { parentPort, threadId } from 'node:worker_threads';\nconst answer = (parsed) => parentPort.postMessage({ parsed });\n";
  writeFileSync(script, `${head}parentPort.on('message', ({ bytes, source }) => { ${code} });`);
  return isolatedParse(pathToFileURL(script), { milliseconds, megabytes: 32 });
}

const source = (name: string) => ({ name, sourceUrl: 'https://www.example.gov.cn/a.html' });
const bytes = Buffer.from('报告');

afterEach(() => void vi.useRealTimers());

test('what the thread answers is the answer; it answers for one document after another', async () => {
  const parse = parserOf('answer({ report: source.name, agencyCandidates: [bytes.length, threadId] })');
  const [first, second] = await Promise.all([parse(bytes, source('a')), parse(Buffer.from('x'), source('b'))]);
  expect(first).toMatchObject({ report: 'a', agencyCandidates: [6, expect.any(Number)] });
  expect(second).toEqual({ report: 'b', agencyCandidates: [1, first.agencyCandidates[1]] });
});

test.each([
  ['never ends', 'for (;;);', /no result after 600 s/],
  ['takes all memory', 'const all = []; for (;;) all.push(new Array(1e6).fill(Math.random()));', /memory/i],
  ['ends its thread', 'process.exit(3);', /code 3/],
  ['throws', "throw new Error('no such table');", /no such table/],
  ['is at fault', "parentPort.postMessage({ fault: 'no such column' });", /no such column/],
])('a document whose parser %s is unreadable, for that reason; the next one is read', async (how, code, why) => {
  if (how === 'never ends') vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const parse = parserOf(`if (source.name === 'a.html') { ${code} } else answer({ report: 'read', agencyCandidates: [] })`);
  const both = Promise.all([parse(bytes, source('a.html')), parse(bytes, source('b.html'))]);
  if (how === 'never ends') await vi.advanceTimersByTimeAsync(600_000);
  const [{ report }, next] = await both;
  expect(report.report.kind).toBeNull();
  expect(report.document).toMatchObject({ name: 'a.html', bytes: 6, source_url: 'https://www.example.gov.cn/a.html' });
  expect(report.issues).toMatchObject([{ code: 'crash_suspected', severity: 'error' }]);
  expect(report.issues[0]?.message).toMatch(why);
  expect(next.report).toBe('read');
});

test('the time of a document ends with it: the one after it has all of its own, in the same thread', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const parse = parserOf("setTimeout(() => answer({ report: threadId, agencyCandidates: [] }), source.name === 'slow' ? 200 : 0);");
  const first = await parse(bytes, source('quick'));
  await vi.advanceTimersByTimeAsync(599_000);
  const second = parse(bytes, source('slow'));
  await vi.advanceTimersByTimeAsync(2_000);
  expect(await second).toEqual(first);
});

test('a thread that dies between documents is replaced', async () => {
  const parse = parserOf("answer({ report: threadId, agencyCandidates: [] }); setImmediate(() => { throw new Error('left behind'); });");
  const answeredBy = async () => (await parse(bytes, source('a'))).report;
  const first = await answeredBy();
  // Documents go to the old thread until it is dead; one that it dies over is lost with it.
  let other = first;
  while (other === first || typeof other !== 'number') other = await answeredBy();
  expect(other).not.toBe(first);
});

test('what a library reads is isolated at its first try, a page is not', async () => {
  const parse = librariesIsolated(parserOf('for (;;);', 200));
  const fixture = (name: string) => readFileSync(new URL(`../read/fixtures/${name}`, import.meta.url));
  expect((await parse(fixture('report.pdf'), source('a.pdf'))).report.issues).toMatchObject([{ code: 'crash_suspected' }]);
  expect((await parse(fixture('report.html'), source('a.html'))).report.report.kind).not.toBeNull();
});
