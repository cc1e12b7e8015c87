import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { type IncomingMessage, request, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createIo } from '../../bin/io.ts';
import { SiteFiles } from '../../bin/local/serve/files.ts';
import { createSite } from '../../bin/local/serve/server.ts';
import { FolderStore } from '../../bin/local/store/folder-store.ts';
import { generatedReports, writeDataset } from '../support/generated-dataset.ts';

const folder = mkdtempSync(join(tmpdir(), 'gongkai-serve-'));
const token = 'secret-of-the-terminal';
const silent = { isTTY: false, write: () => true };
const io = createIo({ argv: [], env: {}, stdout: silent, stderr: silent, onInterrupt: () => () => {} });
const reports = generatedReports(6);
let port = 0;
let server: Server;

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly text: string;
}

/** A request as any program can make it: paths and headers as they are, which `fetch` would tidy. */
function ask(
  path: string,
  { method = 'GET', headers = {}, body }: { method?: string; headers?: Record<string, string>; body?: string | Uint8Array } = {},
) {
  return new Promise<Answer>((done, failed) => {
    const asked = request({ port, host: '127.0.0.1', path, method, headers }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part) => parts.push(part));
      answer.on('end', () =>
        done({ status: answer.statusCode ?? 0, headers: answer.headers, text: Buffer.concat(parts).toString('utf8') }),
      );
    });
    asked.on('error', failed);
    asked.end(body);
  });
}

const post = (path: string, body: string | Uint8Array) => ask(path, { method: 'POST', headers: { 'x-gongkai-token': token }, body });

beforeAll(async () => {
  await writeDataset(new FolderStore(folder), reports);
  server = createSite(io, folder, token, () => port);
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  const address = server.address();
  port = typeof address === 'object' && address ? address.port : 0;
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

test('the first page leads to the explorer and keeps its token', async () => {
  const { status, headers } = await ask('/?token=x');
  expect([status, headers.location]).toEqual([302, '/site/?token=x']);
});

test('a page comes with a policy that starts from nothing, and is not kept', async () => {
  const { status, headers, text } = await ask('/site/');
  expect(status).toBe(200);
  expect(headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self';/);
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['cache-control']).toBe('no-store');
  expect(text).toContain('<script type="module" src="app.js">');
});

test('the data of the pages is made from the tables', async () => {
  const meta = JSON.parse((await ask('/site/data/meta.json')).text);
  expect(meta.reports).toBe(reports.length);
  const agency = reports[0]?.agency.agency_id ?? '';
  const page = JSON.parse((await ask(`/site/data/agency/${agency}.json`)).text);
  expect(page.reports.map((one: { year: number }) => one.year)).toContain(reports[0]?.report.year);
});

test('the pages are whole for whoever asks first', async () => {
  const meta = JSON.parse(Buffer.from((await new SiteFiles(folder).read('site/data/meta.json')) ?? []).toString() || 'null');
  expect(meta?.reports).toBe(reports.length);
});

test('a report object is read through the server, and nothing beyond the open folder', async () => {
  const { agency, report } = reports[0] ?? {};
  const object = await ask(`/documents_json/agency=${agency?.agency_id}/year=${report?.year}/report.json`);
  expect(JSON.parse(object.text).agency.agency_id).toBe(agency?.agency_id);
  const outside = [
    '/documents_json/../../../../../../etc/passwd',
    '/documents_json/%2e%2e/%2e%2e/state/x',
    '/site/../../package.json',
    '/site/%2e%2e/%2e%2e/package.json',
    '/state/receipts/',
    '/documents_json/%00',
    '/%',
    '/documents_json/',
  ];
  for (const path of outside) expect((await ask(path)).status, path).toBe(404);
});

test('a file that is there stays unread where it is not to be published, however its way is written', async () => {
  await new FolderStore(folder).put('state/quarantine/secret.json', Buffer.from('secret'));
  const table = `reports/year=${reports[0]?.report.year}`;
  const [name] = readdirSync(join(folder, 'open', table));
  const ways = [
    `/${table}/${name}`,
    '/..%2fstate%2fquarantine%2fsecret.json',
    '/documents_json/..%2f..%2fstate/quarantine/secret.json',
    '/releases%2f..%2f..%2fstate/quarantine/secret.json',
    `/documents_json/..%2f${table}/${name}`,
    `/${encodeURIComponent(join(folder, 'state/quarantine/secret.json'))}`,
    '/documents_json/..%5c..%5cstate%5cquarantine%5csecret.json',
  ];
  for (const way of ways) expect(await ask(way), way).toMatchObject({ status: 404, text: expect.not.stringContaining('secret') });
});

test('foreign names and pages are refused, and nothing is done without the token', async () => {
  expect((await ask('/site/', { headers: { host: 'evil.example' } })).status).toBe(403);
  expect((await ask('/site/data/meta.json', { headers: { origin: 'https://evil.example' } })).status).toBe(403);
  expect((await ask('/api/query', { method: 'POST', body: 'SELECT 1' })).status).toBe(403);
  expect((await ask('/site/', { method: 'PUT' })).status).toBe(405);
});

test('SQL reads the dataset', async () => {
  const { status, text } = await post('/api/query', 'SELECT count(*) AS reports FROM reports');
  expect([status, JSON.parse(text)]).toEqual([200, { columns: ['reports'], rows: [[reports.length]], more: false }]);
});

test('an answer is cut, saying so', async () => {
  const { text } = await post('/api/query', 'SELECT * FROM range(5000)');
  const answer = JSON.parse(text);
  expect([answer.rows.length, answer.more]).toEqual([1000, true]);
});

test.each([
  ['INSERT INTO reports VALUES (1)'],
  ["SELECT * FROM read_text('/etc/passwd')"],
  ["COPY (SELECT 1) TO '/tmp/x.csv'"],
  ['SELECT 1; SELECT 2'],
  ['SELEKT'],
  [''],
])('%s is refused in both languages', async (sql) => {
  const { status, text } = await post('/api/query', sql);
  const told = JSON.parse(text);
  expect(status).toBe(400);
  expect(told.zh.message).not.toBe('');
  expect(told.en.message).not.toBe('');
  expect(text).not.toContain('at Engine');
});

test('a dropped file is read, and published only when it was read before', async () => {
  const sample = readFileSync(join(import.meta.dirname, '../../samples/02-即墨区司法局2021.txt'));
  const read = await post(`/api/read?name=${encodeURIComponent('../../即墨.txt')}`, sample);
  const report = JSON.parse(read.text);
  expect([report.agency.agency_id, report.document.name]).toEqual(['370215-justice-bureau', '即墨.txt']);
  expect((await post(`/api/publish?sha256=${'0'.repeat(64)}`, '')).status).toBe(400);
  const before = JSON.parse((await ask('/site/data/meta.json')).text).reports;
  const published = await post(`/api/publish?sha256=${report.document.sha256}`, '');
  expect(JSON.parse(published.text).outcomes.candidate).toBe(1);
  const page = await ask('/site/data/agency/370215-justice-bureau.json');
  expect(JSON.parse(page.text).reports[0].year).toBe(2021);
  expect(before).toBe(reports.length);
});

test('a file that cannot be read is told, not thrown', async () => {
  const { status, text } = await post('/api/read?name=x.bin', new Uint8Array([0, 1, 2, 3]));
  expect(status).toBe(200);
  expect(JSON.parse(text).issues[0].severity).toBe('error');
});

test('what is too large is refused with what it is, without waiting for its end', async () => {
  const sql = await post('/api/query', `SELECT 1 --${' '.repeat(1_000_000)}`);
  expect([sql.status, JSON.parse(sql.text).error, sql.headers.connection]).toEqual([413, 'sql_too_long', 'close']);
  const file = await post('/api/read?name=a.txt', new Uint8Array(64_000_001));
  expect([file.status, JSON.parse(file.text).error, file.headers.connection]).toEqual([413, 'drop_too_large', 'close']);
});

test('of documents that wait for their confirmation the oldest is forgotten', async () => {
  const hashes: string[] = [];
  for (let n = 0; n < 9; n++) hashes.push(JSON.parse((await post('/api/read?name=a.txt', `政府信息公开 ${n}`)).text).document.sha256);
  // One that is dropped again is the newest.
  await post('/api/read?name=a.txt', '政府信息公开 1');
  await post('/api/read?name=a.txt', '政府信息公开 9');
  const publish = async (sha256 = '') => (await post(`/api/publish?sha256=${sha256}`, '')).status;
  expect([await publish(hashes[0]), await publish(hashes[1]), await publish(hashes[2])]).toEqual([400, 200, 400]);
});

test('a document is published with the bytes that were read, whatever its reader did with them', async () => {
  const pdf = readFileSync(join(import.meta.dirname, '../read/fixtures/report.pdf'));
  const { document } = JSON.parse((await post('/api/read?name=report.pdf', pdf)).text);
  const published = JSON.parse((await post(`/api/publish?sha256=${document.sha256}`, '')).text);
  expect(published).toMatchObject({ outcomes: { candidate: 1, quarantined: 0 }, quarantined: [] });
  expect(readFileSync(join(folder, 'raw', 'report.pdf'))).toEqual(pdf);
});
