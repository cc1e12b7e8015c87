import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { parseSavedQuery, renderSavedQuery } from '../../src/derive/saved-query.ts';
import { AthenaServer } from '../servers/athena.ts';
import { gongkai } from './recorded.ts';

const server = new AthenaServer();
beforeAll(async () => {
  vi.stubEnv('AWS_ENDPOINT_URL_ATHENA', await server.start());
  vi.stubEnv('AWS_REGION', 'us-east-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'a');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'x');
});
beforeEach(() => {
  server.runs.clear();
  server.runningPolls = 1;
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await server.stop();
});

const athena = (...argv: string[]) => gongkai(['query', ...argv, '--engine', 'athena']);

describe('gongkai query --engine athena', () => {
  it('runs the same saved query, with its parameters, and shows rows and cost', async () => {
    server.run = () => ({
      columns: [
        { name: 'year', type: 'integer' },
        { name: 'direct_share', type: 'double' },
      ],
      rows: [
        ['2021', '0.5'],
        ['2022', null],
      ],
    });
    const { code, out, err } = await athena('--named', 'litigation_path', '-p', 'from_year=2021', '--workgroup', 'mine');
    expect(code).toBe(0);
    expect(out.split('\n').slice(-3)).toEqual(['2021              0.5', '2022                ∅', '']);
    expect(err).toMatch(/scanned 3\.0 MB, about 0\.0\d+ USD/);
    const [run] = server.runs.values();
    const query = parseSavedQuery('litigation_path', readFileSync(new URL('../../queries/litigation_path.sql', import.meta.url), 'utf8'));
    expect(run).toMatchObject({ workgroup: 'mine', sql: renderSavedQuery(query, { from_year: 2021 }) });
  });

  it('shows on a terminal how far it is, and nowhere else', async () => {
    server.run = () => ({ columns: [{ name: 'a', type: 'varchar' }], rows: [['x']] });
    const shown = await gongkai(['query', 'SELECT 1', '--engine', 'athena', '--lang', 'en'], { terminal: 80 });
    expect(shown.err).toMatch(/Athena: queued [\d.]+ s.*Athena: running [\d.]+ s, scanned 3\.0 MB/s);
    // The line is taken away before the last word is said.
    expect(shown.err.split('\r').at(-1)).toMatch(/^.{4}Athena: 1\.2 s, scanned 3\.0 MB, about [\d.]+ USD\n$/);
    expect((await athena('SELECT 1', '--lang', 'en')).err).toMatch(/^Athena: 1\.2 s[^\n]*\n$/);
  });

  it('writes CSV and JSON as the local engine does', async () => {
    server.run = () => ({
      columns: [
        { name: 'a', type: 'varchar' },
        { name: 'b', type: 'bigint' },
      ],
      rows: [['x', '9007199254740993']],
    });
    expect((await athena('SELECT 1', '--format', 'csv')).out).toBe('a,b\nx,9007199254740993\n');
    expect(JSON.parse((await athena('SELECT 1', '--json')).out)).toEqual([{ a: 'x', b: '9007199254740993' }]);
    server.run = () => ({ columns: [{ name: 'a', type: 'varchar' }], rows: [] });
    expect((await athena('SELECT 1')).code).toBe(4);
  });

  it('gives every row once, however many there are', async () => {
    const rows = Array.from({ length: 2500 }, (_, n) => [String(n)]);
    server.run = () => ({ columns: [{ name: 'n', type: 'integer' }], rows });
    expect((await athena('SELECT 1', '--format', 'csv')).out).toBe(`n\n${rows.join('\n')}\n`);
  });

  it('has Athena stop at Ctrl-C before the program ends', async () => {
    server.run = () => ({ columns: [{ name: 'a', type: 'varchar' }], rows: [['x']] });
    server.runningPolls = 1000;
    let leave: () => unknown = () => {};
    const asked = gongkai(['query', 'SELECT 1', '--engine', 'athena'], {
      interruptible: (undo) => {
        leave = undo;
      },
    });
    await expect.poll(() => [...server.runs.values()][0]?.polls, { timeout: 30_000 }).toBeGreaterThan(0);
    await leave();
    expect([...server.runs.values()].map(({ stopped }) => stopped)).toEqual([true]);
    expect(await asked).toMatchObject({ code: 1, err: expect.stringContaining('(athena_cancelled)') });
  });

  it('tells the first line of a reason', async () => {
    server.run = () => ({ state: 'FAILED', reason: 'line 1:8: no such column\nat io.trino.Parser', category: 2 });
    const { err } = await athena('SELECT 1', '--lang', 'en');
    expect(err).toContain('no such column');
    expect(err).not.toContain('io.trino');
  });

  it.each([
    [{ state: 'FAILED', reason: 'line 1:8: Column x cannot be resolved', category: 2 }, 2, 'athena_refused', 'Column x'],
    [{ state: 'FAILED', reason: 'Bytes scanned limit was exceeded', category: 2 }, 1, 'athena_scan_limit', 'year'],
    [{ state: 'FAILED', reason: 'Query timeout', category: 2 }, 1, 'athena_timeout', 'year'],
    [{ state: 'CANCELLED', reason: 'stopped' }, 1, 'athena_cancelled', 'stopped'],
    [{ state: 'FAILED', reason: 'internal', category: 1 }, 1, 'athena_failed', 'internal'],
  ] as const)('%j is told with what to do', async (outcome, code, told, advice) => {
    server.run = () => outcome;
    const { code: ended, err } = await athena('SELECT 1');
    expect(ended).toBe(code);
    expect(err).toContain(`(${told})`);
    expect(err).toContain(advice);
  });

  it('says what is missing when access is denied, and refuses Parquet', async () => {
    server.faults = () => ({ status: 400, code: 'AccessDeniedException' });
    const { code, err } = await athena('SELECT 1');
    server.faults = () => undefined;
    expect(code).toBe(1);
    expect(err).toContain('AWS_PROFILE');
    expect(await athena('SELECT 1', '--format', 'parquet')).toMatchObject({ code: 2 });
  });
});
