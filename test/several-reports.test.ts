import { expect, test } from 'vitest';
import { randomReport } from '../bench/generate/index.ts';
import { parseDocument } from '../src/parse.ts';

const textOf = (seed: number) => Buffer.from(randomReport(seed).render('tabs').bytes).toString();
const read = async (text: string) => (await parseDocument(Buffer.from(text), { name: 'report.txt' })).report;
const codes = ({ issues }: Awaited<ReturnType<typeof read>>) => issues.map(({ code }) => code);

test('a second report in one document is told, and none of its figures become those of the first', async () => {
  const [first, both] = [await read(textOf(31)), await read(`${textOf(31)}\n\n${textOf(32)}`)];
  expect(codes(both)).toContain('several_reports');
  expect([both.agency, both.report]).toEqual([first.agency, first.report]);
  expect([both.cells, both.mentions, both.checks]).toEqual([first.cells, first.mentions, first.checks]);
  expect(both.sections.map(({ text }) => text).join('\n')).toContain(textOf(32).trim().split('\n')[0]);
});

test('a table of contents, links and the title repeated below are no other report', async () => {
  const text = textOf(31);
  const [title = ''] = text.split('\n');
  const contents = ['一、总体情况', '二、主动公开政府信息情况', '三、收到和处理政府信息公开申请情况'].join('\n');
  for (const page of [`${title}\n${contents}\n${text}`, `${text}\n${title}\n* ${title}\n`]) {
    const report = await read(page);
    expect(codes(report)).not.toContain('several_reports');
    expect(report.cells.length).toBeGreaterThan(100);
  }
});

test('figures behind the title of another agency are none of a report that has no tables', async () => {
  const [first = ''] = textOf(31).split(/^二、/m);
  const both = await read(`${first}\n${textOf(32)}`);
  expect(codes(both)).toContain('several_reports');
  expect([both.agency.agency_id, both.cells]).toEqual([(await read(textOf(31))).agency.agency_id, []]);
  expect((await read(`${first}\n${textOf(31)}`)).cells.length).toBeGreaterThan(100);
});
