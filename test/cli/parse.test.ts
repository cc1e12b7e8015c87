import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { randomReport } from '../../bench/generate/index.ts';
import { registerParse } from '../../bin/commands/parse.ts';
import type { Report } from '../../schemas/report.ts';
import { reportSchema } from '../../schemas/report.ts';
import { gongkai } from './recorded.ts';

const folder = mkdtempSync(join(tmpdir(), 'gongkai-parse-'));
const at = (name: string) => join(folder, name);
const made = randomReport(11, { form: '2021' });

beforeAll(() => {
  writeFileSync(at('报告 一.txt'), made.plainText);
  writeFileSync(at('two.txt'), randomReport(12, { form: '2019' }).plainText);
  writeFileSync(at('broken.docx'), Buffer.from('PK\u0003\u0004 and then nothing'));
  writeFileSync(at('with-sidecar.txt'), made.plainText);
  writeFileSync(
    at('with-sidecar.txt.meta.json'),
    JSON.stringify({ source_url: 'https://www.example.gov.cn/a.html', retrieved: '2024-05-01', agency_id: '350200-audit', year: 2019 }),
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const objects = (out: string) =>
  out
    .trim()
    .split('\n')
    .map((line) => reportSchema.parse(JSON.parse(line)));

describe('gongkai parse', () => {
  it('prints one object a line, in the order of the files', async () => {
    const { code, out, err } = await gongkai(['parse', at('two.txt'), at('报告 一.txt'), '--json']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(objects(out).map((report) => report.document.name)).toEqual(['two.txt', '报告 一.txt']);
  });

  it('prints the object of a document it cannot read too, goes on, and ends with 3', async () => {
    const { code, out } = await gongkai(['parse', at('broken.docx'), at('two.txt'), '--json']);
    expect(code).toBe(3);
    const [broken, good] = objects(out);
    expect(broken).toMatchObject({ report: { kind: null }, cells: [] });
    expect(broken?.issues[0]?.severity).toBe('error');
    expect(good?.report.kind).toBe('annual_report');
  });

  it('reports what it cannot open, reads the rest, and ends with 1', async () => {
    const { code, out, err } = await gongkai(['parse', at('nowhere.txt'), at('two.txt'), '--json', '--lang', 'zh']);
    expect(code).toBe(1);
    expect(objects(out)).toHaveLength(1);
    expect(JSON.parse(err)).toMatchObject({ error: 'file_not_found' });
    const folderToo = await gongkai(['parse', folder]);
    expect(folderToo).toMatchObject({ code: 2, out: '' });
    expect(folderToo.err).toContain('gongkai ingest');
  });

  it('does not lay a file of 2 GiB to its permissions', async () => {
    writeFileSync(at('huge.html'), '');
    truncateSync(at('huge.html'), 2 * 1024 ** 3);
    const { code, err } = await gongkai(['parse', at('huge.html'), '--lang', 'en']);
    rmSync(at('huge.html'));
    expect([code, err]).toEqual([1, expect.stringContaining('(file_too_large)')]);
  });

  it('says why it may not read a file', async () => {
    const { code, err } = await gongkai(['parse', at('x'.repeat(300))]);
    expect(code).toBe(1);
    expect(err).toContain('(file_unreadable)');
  });

  it('takes source and identity from the sidecar, the option first', async () => {
    const [report] = objects((await gongkai(['parse', at('with-sidecar.txt'), '--json'])).out);
    expect(report?.document).toMatchObject({ source_url: 'https://www.example.gov.cn/a.html', retrieved: '2024-05-01' });
    const [other] = objects((await gongkai(['parse', at('with-sidecar.txt'), '--json', '--source-url', 'https://b.cn/'])).out);
    const wrong = await gongkai(['parse', at('with-sidecar.txt'), '--source-url', 'b.cn']);
    expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('a web address')]);
    expect(other?.document.source_url).toBe('https://b.cn/');
  });

  it.each([
    ['{"yaer": 2020}', 'yaer'],
    ['{"year": "2020"}', 'year'],
    ['{"withdrawn": true}', 'reason'],
    ['{"source_url": ', 'JSON'],
    ['[]', 'object'],
  ])('refuses the sidecar %s', async (text, told) => {
    writeFileSync(at('odd.txt'), made.plainText);
    writeFileSync(at('odd.txt.meta.json'), text);
    const { code, out, err } = await gongkai(['parse', at('odd.txt'), '--json']);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('odd.txt.meta.json');
    expect(err).toContain(told);
  });

  it('shows the text with its numbers, as it was', async () => {
    const { out } = await gongkai(['parse', at('报告 一.txt'), '--text']);
    const lines = out.trimEnd().split('\n');
    expect(lines.map((line) => Number(/^ *(\d+) │/.exec(line)?.[1]))).toEqual(lines.map((_, n) => n + 1));
    expect(lines.map((line) => line.replace(/^ *\d+ │ /, ''))).toEqual(Buffer.from(made.plainText).toString('utf8').trimEnd().split('\n'));
  });

  it('does not mix output for people with JSON', async () => {
    const { code, err } = await gongkai(['parse', at('two.txt'), '--json', '--explain']);
    expect(code).toBe(2);
    expect(err).toContain('--explain');
    const both = await gongkai(['parse', at('two.txt'), '--explain', '--text']);
    expect(both).toMatchObject({ code: 2, out: '', err: expect.stringContaining('(options_conflict)') });
  });
});

describe('what is shown of a report', () => {
  const parsed = (report: Report) => ({ registers: [registerParse(async () => async () => ({ report }))] });
  const show = async (report: Report, ...argv: string[]) => (await gongkai(['parse', at('two.txt'), ...argv], parsed(report))).out;

  it('names agency, year, every table, and the checks', async () => {
    const out = await show(made.report, '--lang', 'zh');
    for (const text of [
      made.report.agency.name ?? '',
      made.report.agency.agency_id,
      '2021年格式',
      '一、本年新收政府信息公开申请数量',
      '成立',
    ]) {
      expect(out).toContain(text);
    }
  });

  it('explains every cell with the line it stands on', async () => {
    const out = await show(made.report, '--explain', '--lang', 'zh');
    const text = Buffer.from(made.plainText).toString('utf8').split('\n');
    let line = 0;
    const seen = new Map<string, number>();
    for (const row of out.split('\n')) {
      line = Number(/^ *(\d+) │/.exec(row)?.[1] ?? line);
      const code = /[a-z]+\.[a-z0-9_]+\.[a-z_]+/.exec(row)?.[0];
      if (code) seen.set(code, line);
    }
    expect(seen.size).toBe(made.report.cells.length);
    // A line of the document is shown once for all of its cells.
    const told = out.split('\n').flatMap((row) => /^ *(\d+) │/.exec(row)?.[1] ?? []);
    expect(told).toEqual(told.filter((one, n) => one !== told[n - 1]));
    for (const cell of made.report.cells) {
      expect(seen.get(cell.code), cell.code).toBe(cell.line);
      expect(text[(cell.line ?? 0) - 1]).toContain(cell.raw ?? '?');
    }
  });

  it('shows no table that the report does not have', async () => {
    const titles = (out: string) => ['三、收到和处理', '四、政府信息公开行政复议'].filter((title) => out.includes(title));
    expect(titles(await show(made.report, '--lang', 'zh'))).toHaveLength(2);
    const { tables, cells } = made.report;
    const without = {
      ...made.report,
      tables: { ...tables, remedies: 'none' as const },
      cells: cells.filter(({ code }) => !code.startsWith('remedies.')),
    };
    expect(titles(await show({ ...without, checks: [] }, '--lang', 'zh'))).toEqual(['三、收到和处理']);
  });

  it('tells apart 0, blank, mark, doubt, loss and what the sums decided', async () => {
    const codes = made.report.cells.filter(({ code }) => code.startsWith('remedies.review')).map(({ code }) => code);
    const statuses = ['reported', 'blank', 'na_mark', 'ambiguous', 'solved'] as const;
    const cells: Report['cells'] = codes.map((code, n) => {
      const status = statuses[n] ?? 'lost';
      return { code, status, value: status === 'reported' ? 0 : status === 'solved' ? 7 : null, raw: '', unit: 'case', line: 1 };
    });
    const out = await show(
      {
        ...made.report,
        cells: [...cells, { code: 'remedies.litigation_direct.upheld', status: 'lost', value: null, raw: null, unit: 'case', line: null }],
      },
      '--lang',
      'zh',
    );
    expect(out).toContain('结果维持 0   结果纠正 ·   其他结果 –   尚未审结 ?   总计 =7');
    expect(out).toContain('· 单元格为空');
    expect(out).toContain('✗ ');
  });

  it('lets no control character of a document steer the terminal', async () => {
    const evil = { ...made.report, report: { ...made.report.report, title: 'a\u001b[2Jb' } };
    expect(await show(evil)).toContain('a␛[2Jb');
  });
});

describe('the bundled command', () => {
  const cli = new URL('../../dist/gongkai.js', import.meta.url).pathname;

  it('is quiet when its reader has seen enough', () => {
    const many = Array.from({ length: 60 }, () => `'${at('two.txt')}'`).join(' ');
    const { stdout, stderr } = spawnSync('bash', ['-c', `node '${cli}' parse ${many} --json | head -c 100; echo " $\{PIPESTATUS[0]}"`], {
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    expect(stdout).toMatch(/ 0\n$/);
  });

  it('goes on with its work where nobody reads what it says of it', () => {
    mkdirSync(at('inbox'));
    writeFileSync(at('inbox/report.txt'), made.plainText);
    symlinkSync('nowhere', at('inbox/missing.txt'));
    // The missing file is told first, when `true` has long ended.
    const { stdout } = spawnSync(
      'bash',
      ['-c', `node '${cli}' ingest '${at('inbox')}' --out '${at('taken')}' 2>&1 >/dev/null | true; echo "$\{PIPESTATUS[0]}"`],
      {
        encoding: 'utf8',
      },
    );
    expect(stdout).toBe('1\n');
    expect(existsSync(at('taken/open/reports'))).toBe(true);
  });

  it.runIf(existsSync('/dev/full'))('says that its output could not be written', () => {
    const { status, stderr } = spawnSync('bash', ['-c', `node '${cli}' --lang en parse '${at('two.txt')}' --json > /dev/full`], {
      encoding: 'utf8',
    });
    expect(status).toBe(1);
    expect(JSON.parse(stderr)).toMatchObject({ error: 'output_failed' });
  });

  // Nobody writes to the pipe: opening it, or the sidecar, would wait for ever.
  it.skipIf(process.platform === 'win32')('refuses pipes and devices at once, and reads what another program hands over', () => {
    mkdirSync(at('pipes'));
    spawnSync('mkfifo', [at('pipes/report.txt'), at('pipes/beside.txt.meta.json')]);
    writeFileSync(at('pipes/beside.txt'), made.plainText);
    const run = (command: string) =>
      spawnSync('bash', ['-c', `gongkai() { node '${cli}' --lang en "$@"; }; ${command}`], {
        encoding: 'utf8',
        timeout: 20_000,
        killSignal: 'SIGKILL',
      });
    for (const path of [at('pipes/report.txt'), at('pipes/beside.txt'), '/dev/zero']) {
      expect(run(`gongkai parse '${path}'`)).toMatchObject({ status: 2, stderr: expect.stringContaining('(not_a_file)') });
    }
    expect(run(`gongkai ingest '${at('pipes/report.txt')}' --out '${at('of-pipes')}'`)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('(not_a_file)'),
    });
    for (const command of [`cat '${at('two.txt')}' | gongkai parse /dev/stdin --json`, `gongkai parse <(cat '${at('two.txt')}') --json`]) {
      expect(objects(run(command).stdout)[0]?.cells).toEqual(objects(run(`gongkai parse '${at('two.txt')}' --json`).stdout)[0]?.cells);
    }
    expect(run('head -c 60M /dev/zero | gongkai parse /dev/stdin')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('(input_too_large)'),
    });
  });

  it('ends with 130 at Ctrl-C', async () => {
    mkdirSync(at('dataset/open'), { recursive: true });
    const endless = ['query', 'SELECT * FROM range(1000000000000)', '--format', 'csv', '--out', at('dataset')];
    const child = spawn('node', [cli, ...endless], { stdio: ['ignore', 'pipe', 'ignore'] });
    const ended = new Promise((done) => child.on('close', done));
    child.stdout.once('data', () => child.kill('SIGINT'));
    child.stdout.resume();
    expect(await ended).toBe(130);
  });

  it('reads a report and ends with the code of the run', () => {
    const read = spawnSync('node', [cli, 'parse', at('two.txt'), '--json'], { encoding: 'utf8' });
    expect(read.status).toBe(0);
    expect(objects(read.stdout)).toHaveLength(1);
    expect(spawnSync('node', [cli, 'prase', 'x'], { encoding: 'utf8' })).toMatchObject({ status: 2, stdout: '' });
  });
});
