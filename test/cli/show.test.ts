import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { randomReport } from '../../bench/generate/index.ts';
import { openKeys } from '../../src/keys.ts';
import { everyCase } from '../queries/every-case.ts';
import { writeTable } from '../support/dataset-folder.ts';
import { gongkai } from './recorded.ts';

const out = mkdtempSync(join(tmpdir(), 'gongkai-show-'));
const { report } = randomReport(21, { form: '2021' });

function put(year: number, text: string): void {
  const file = join(out, openKeys.documentJson({ agency: '110000-audit', year }));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${text}\n`);
}

beforeAll(() => {
  writeTable(out, 'reports', everyCase.reports);
  put(2021, JSON.stringify(report));
  put(2020, '{"agency":{}}');
});
afterAll(() => rmSync(out, { recursive: true, force: true }));

const show = (...argv: string[]) => gongkai(['show', ...argv, '--out', out]);

describe('gongkai show', () => {
  it('finds an agency by id, name, lineage, or the only name with this part', async () => {
    for (const asked of ['110000-audit', '北京市审计局', '海关']) expect((await show(asked)).code, asked).toBe(0);
    // A lineage is one organ over its names, whichever of them is asked for.
    for (const asked of ['350200-market', '350200-quality', '厦门市质量监督局', '质量监督']) {
      const { out: shown } = await show(asked, '--lang', 'zh');
      expect(shown, asked).toContain('厦门市市场监督管理局  350200-market');
      expect(shown, asked).toContain('厦门市质量监督局  350200-quality');
      expect(shown.match(/^20\d\d /gm), asked).toHaveLength(2);
    }
  });

  it('lists the main numbers year by year, nulls told from 0', async () => {
    const { out: shown, err } = await show('保定市审计局', '--lang', 'zh');
    const lines = shown.split('\n').filter((line) => /^20\d\d /.test(line));
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/^2022 +仅本机关 +2021年格式 +0 +0 +0 +0 +0 +0 +3 /);
    expect(lines[0]).toContain('∅');
    expect(err).toContain('gongkai show 130600-audit <年度>');
    const rows = JSON.parse((await show('保定市审计局', '--json')).out);
    expect(rows).toEqual(
      everyCase.reports.filter(({ agency_id }) => agency_id === '130600-audit').map((row) => expect.objectContaining(row)),
    );
  });

  it('adds what was granted in part to what was granted, and lists years in order whatever the organ was called', async () => {
    const shown = mkdtempSync(join(tmpdir(), 'gongkai-show-'));
    const [first] = everyCase.reports;
    if (!first) throw new Error('no report');
    const granted = { applications_granted: 31, applications_partially_granted: 12 };
    // The later id comes first in the alphabet.
    const row = (agency_id: string, year: number) => ({ ...first, ...granted, agency_id, lineage_id: 'one', agency_name: agency_id, year });
    writeTable(shown, 'reports', [row('b', 2019), row('b', 2020), row('a', 2020), row('a', 2021)]);
    const { out: listed } = await gongkai(['show', 'one', '--out', shown, '--lang', 'en']);
    const lines = listed.split('\n').filter((line) => /^20\d\d /.test(line));
    expect(lines.map((line) => line.split(/ +/).slice(0, 2).join(' '))).toEqual(['2019 b', '2020 a', '2020 b', '2021 a']);
    for (const line of lines) expect(line.split(/ +/)).toContain('43');
    const { err } = await gongkai(['show', 'one', '2001', '--out', shown, '--lang', 'en']);
    expect(err).toContain('2019, 2020, 2021');
    rmSync(shown, { recursive: true });
  });

  it('shows one report with the line of each number', async () => {
    const { out: shown } = await show('110000-audit', '2021', '--lang', 'zh');
    const received = report.cells.find(({ code }) => code === 'applications.new_received.total');
    const row = shown.split('\n').find((line) => line.includes('一、本年新收'));
    expect(row).toMatch(new RegExp(` ${received?.value} +${received?.line}$`));
    expect((await show('110000-audit', '2021', '--explain')).out).toContain(`applications.new_received.total`);
    expect(JSON.parse((await show('110000-audit', '2021', '--json')).out)).toEqual(report);
  });

  it.each([
    [['审计局'], 4, 'agency_ambiguous', '130604-audit  满城区审计局'],
    [['北京市审记局'], 4, 'agency_unknown', 'Did you mean "北京市审计局"?'],
    [['110000-audit', '2019'], 4, 'year_not_held', '2016, 2020, 2021, 2022'],
    [['110000-audit', 'last'], 2, 'invalid_value', 'a whole number'],
    [['110000-audit', '2022'], 1, 'published_unreadable', 'report.json'],
    [['110000-audit', '2020'], 1, 'published_unreadable', 'year=2020'],
  ])('%j', async (argv, code, told, advice) => {
    const { code: ended, err } = await show(...argv);
    expect(ended).toBe(code);
    expect(err).toContain(`(${told})`);
    expect(err).toContain(advice);
  });
});
