import { AthenaClient } from '@aws-sdk/client-athena';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type AthenaProgress, costOf, runAthena } from '../../lambdas/adapters/athena.ts';
import { AthenaFailure, requestFailure } from '../../lambdas/adapters/athena-errors.ts';
import type { AthenaValue } from '../../lambdas/adapters/athena-results.ts';
import { sqlText } from '../../src/derive/sql-text.ts';
import { AthenaServer } from '../servers/athena.ts';
import { first } from '../servers/http.ts';

const server = new AthenaServer();
let client: AthenaClient;
const options = { workgroup: 'gongkai', database: 'gongkai', firstPoll: 1 };

beforeAll(async () => {
  const endpoint = await server.start();
  client = new AthenaClient({ endpoint, region: 'us-east-1', credentials: { accessKeyId: 'a', secretAccessKey: 'x' }, maxAttempts: 2 });
});
beforeEach(() => {
  server.faults = () => undefined;
  server.run = () => ({ columns: [], rows: [] });
  Object.assign(server, { queuedPolls: 1, runningPolls: 1, pageSize: 1000, bytesScanned: 3_000_000 });
  server.runs.clear();
  server.calls.length = 0;
});
afterAll(() => server.stop());

async function all(rows: AsyncIterable<readonly AthenaValue[]>): Promise<(readonly AthenaValue[])[]> {
  const found = [];
  for await (const row of rows) found.push(row);
  return found;
}
const failureOf = (run: Promise<unknown>): Promise<AthenaFailure> =>
  run.then(
    () => Promise.reject(new Error('no failure')),
    (error: unknown) => (error instanceof AthenaFailure ? error : Promise.reject(error)),
  );

test('rows come page by page, without the header, each value as its type', async () => {
  server.pageSize = 2;
  server.run = () => ({
    columns: [
      { name: 'name', type: 'varchar' },
      { name: 'n', type: 'bigint' },
      { name: 'rate', type: 'double' },
      { name: 'ok', type: 'boolean' },
    ],
    rows: [
      ['厦门市', '3', '0.5', 'true'],
      ['', '9007199254740993', null, 'false'],
      [null, null, '1.0E-9', null],
    ],
  });
  const { columns, rows } = await runAthena(client, 'SELECT 1', [], options);
  expect(columns.map(({ name }) => name)).toEqual(['name', 'n', 'rate', 'ok']);
  expect(await all(rows)).toEqual([
    ['厦门市', 3, 0.5, true],
    ['', 9007199254740993n, null, false],
    [null, null, 1e-9, null],
  ]);
  expect(server.calls.filter(({ operation }) => operation === 'GetQueryResults').length).toBe(2);
});

test('a statement without a header keeps its first row', async () => {
  server.run = () => ({ kind: 'DDL', columns: [{ name: 'tab_name', type: 'string' }], rows: [['cells'], ['reports']] });
  expect(await all((await runAthena(client, 'SHOW TABLES', [], options)).rows)).toEqual([['cells'], ['reports']]);
});

test('workgroup and parameters reach Athena; bytes, cost and progress come back', async () => {
  server.bytesScanned = 2e9;
  const seen: AthenaProgress[] = [];
  const result = await runAthena(client, 'SELECT ?', [sqlText("o'k")], { ...options, progress: (state) => seen.push(state) });
  expect([...server.runs.values()]).toMatchObject([{ workgroup: 'gongkai', parameters: ["'o''k'"] }]);
  expect(result).toMatchObject({ bytesScanned: 2e9, cost: 0.01, milliseconds: 1234 });
  expect(seen.map(({ state, bytesScanned }) => [state, bytesScanned])).toEqual([
    ['queued', 0],
    ['running', 2e9],
  ]);
  expect(costOf(1)).toBeCloseTo(0.0000524288, 12);
});

test('a start whose answer is lost does not start a second query', async () => {
  server.faults = first(1, 'StartQueryExecution', 'answer lost');
  await runAthena(client, 'SELECT 1', [], options);
  expect(server.calls.filter(({ operation }) => operation === 'StartQueryExecution').length).toBe(2);
  expect(server.runs.size).toBe(1);
});

test.each([
  ['user', { state: 'FAILED', reason: "line 1:8: Column 'x' cannot be resolved", category: 2 }],
  ['system', { state: 'FAILED', reason: 'GENERIC_INTERNAL_ERROR', category: 1 }],
  ['scan_limit', { state: 'CANCELLED', reason: 'Query cancelled! : Bytes scanned limit was exceeded' }],
  ['timeout', { state: 'FAILED', reason: 'Query timeout' }],
  ['cancelled', { state: 'CANCELLED', reason: 'Query cancelled by user' }],
] as const)('an end without rows is a failure of kind %s with its reason', async (kind, outcome) => {
  server.run = () => outcome;
  expect(await failureOf(runAthena(client, 'SELECT x', [], options))).toMatchObject({ kind, message: outcome.reason });
  expect(server.runs.size).toBe(1);
});

test.each([
  ['throttled', 'TooManyRequestsException'],
  ['throttled', 'ThrottlingException'],
  ['denied', 'AccessDeniedException'],
  ['denied', 'ExpiredTokenException'],
  ['denied', 'UnrecognizedClientException'],
  ['user', 'InvalidRequestException'],
  ['user', 'ResourceNotFoundException'],
  ['system', 'InternalServerException'],
] as const)('a refused start is a failure of kind %s', async (kind, code) => {
  server.faults = () => ({ status: 400, code });
  expect(await failureOf(runAthena(client, 'SELECT 1', [], options))).toMatchObject({ kind, queryId: null });
});

test('no region and no credentials are told as no access: waiting does not mend them', () => {
  const noCredentials = Object.assign(new Error('Could not load credentials'), { name: 'CredentialsProviderError' });
  expect([new Error('Region is missing'), noCredentials].map((error) => requestFailure(error, null).kind)).toEqual(['denied', 'denied']);
  expect(requestFailure(new Error('socket hang up'), null).kind).toBe('system');
  // Some errors of the SDK have a name and no words.
  expect(requestFailure(Object.assign(new Error(''), { name: 'TimeoutError' }), null).message).toBe('TimeoutError');
});

test('a run that lost its object to a compaction is run once more, not for ever', async () => {
  let left = 1;
  const lost = { state: 'FAILED', reason: 'HIVE_CANNOT_OPEN_SPLIT: error opening Hive split', category: 2 } as const;
  server.run = () => (left-- > 0 ? lost : { columns: [{ name: 'a', type: 'integer' }], rows: [['1']] });
  expect(await all((await runAthena(client, 'SELECT 1', [], options)).rows)).toEqual([[1]]);
  left = 9;
  server.runs.clear();
  expect((await failureOf(runAthena(client, 'SELECT 1', [], options))).message).toMatch(/CANNOT_OPEN_SPLIT/);
  expect(server.runs.size).toBe(2);
});

test('after the deadline the query is stopped in Athena', async () => {
  server.runningPolls = 1e9;
  const failure = await failureOf(runAthena(client, 'SELECT 1', [], { ...options, deadline: 20 }));
  expect(failure.kind).toBe('timeout');
  expect([...server.runs.values()].map(({ stopped }) => stopped)).toEqual([true]);
});

test('a caller who goes away stops the query in Athena', async () => {
  server.runningPolls = 1e9;
  // Before Athena is asked again, and while that is waited for.
  for (const goAway of [(leave: () => void) => leave(), (leave: () => void) => void setTimeout(leave, 50)]) {
    server.runs.clear();
    const caller = new AbortController();
    const progress = () => goAway(() => caller.abort());
    const began = performance.now();
    const failure = await failureOf(runAthena(client, 'SELECT 1', [], { ...options, firstPoll: 30_000, signal: caller.signal, progress }));
    expect(failure.kind).toBe('cancelled');
    expect([...server.runs.values()].map(({ stopped }) => stopped)).toEqual([true]);
    expect(performance.now() - began).toBeLessThan(20_000);
  }
});
