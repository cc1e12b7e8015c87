import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { Browser, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, openTab, settled, violations, type Watched } from './browser.ts';
import { hostile, wrong } from './dataset.ts';
import { type Served, serveReports } from './served.ts';

let served: Served;
let browser: Browser;

beforeAll(async () => {
  served = await serveReports();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  served?.close();
});

/** A tab as somebody has it who opened the address of the terminal. */
async function opened(width = 1440): Promise<Watched> {
  const tab = await openTab(browser, served.home, width);
  await tab.page.goto(`${served.home}site/?token=${served.token}#/overview?lang=en`);
  await settled(tab.page, 'overview', 'en');
  return tab;
}

const samples = join(import.meta.dirname, '../../samples');
const hash = (page: Page) => page.evaluate(() => location.hash);
const search = (page: Page, text: string) => page.fill('input[name=agency]', text);

test('the token leaves the address, so that no shared link carries it', async () => {
  const { page } = await opened();
  expect(page.url()).not.toContain(served.token);
});

test.each([
  ['part of its name', '司法局 厦门'],
  ['pinyin initials', 'xmssfj'],
  ['its division', '福建省厦门市'],
  ['its code', '350200-just'],
])('an agency is found by %s', async (_, text) => {
  const { page, wrong: faults } = await opened();
  await search(page, text);
  await page.waitForSelector(`.found a[href*="${wrong.agency}"]`);
  await page.click(`.found a[href*="${wrong.agency}"]`);
  await settled(page, 'agency', 'en');
  expect(await page.textContent('h1')).toBe('厦门市司法局');
  expect(faults).toEqual([]);
});

test('few agencies are all listed before one chooses, and shares say of how many', async () => {
  const { page, wrong: faults } = await opened();
  expect(await page.textContent('.cards')).toMatch(/Applications received, \d+ reports? of \d{4}.*of [\d,]+ processed in \d{4}/);
  await page.goto(`${served.home}site/#/agencies?lang=en`);
  await settled(page, 'agencies', 'en');
  const held = new Set(served.reports.map(({ agency }) => agency.agency_id));
  expect(await page.locator('.agencies tbody tr').count()).toBe(held.size);
  await page.goto(`${served.home}site/#/disputes?lang=en`);
  await settled(page, 'disputes', 'en');
  expect(await page.textContent('figure')).toMatch(/administrative review (\d+\.\d% of \d+|none decided)/);
  expect(faults).toEqual([]);
});

test('agencies of a kind are listed, and a bar opens its reason', async () => {
  const { page, wrong: faults } = await opened();
  await page.goto(`${served.home}site/#/agencies?kind=justice-bureau&lang=en`);
  await settled(page, 'agencies', 'en');
  const own = new Set(served.reports.filter(({ agency }) => agency.kind === 'justice-bureau').map(({ agency }) => agency.agency_id));
  const listed = await page.locator('.agencies tbody code').allTextContents();
  expect(listed.toSorted()).toEqual([...own].sort());
  await page.goto(`${served.home}site/#/reasons?lang=en`);
  await settled(page, 'reasons', 'en');
  const before = await page.textContent('figure:nth-of-type(2) h2');
  await page.locator('figure:first-of-type svg rect[cursor=pointer]').nth(2).click();
  await page.waitForFunction(() => location.hash.includes('reason='));
  await settled(page, 'reasons', 'en');
  expect(await page.textContent('figure:nth-of-type(2) h2')).not.toBe(before);
  expect(faults).toEqual([]);
});

test('a dataset without a report says so, and what to do, in place of empty charts', async () => {
  const { page, context, wrong: faults } = await openTab(browser, served.home, 390);
  await context.route('**/data/meta.json', async (route) => {
    const response = await route.fetch();
    await route.fulfill({
      json: { ...(await response.json()), reports: 0, agencies: 0, years: [], regions: {}, coverages: {}, kinds: {} },
    });
  });
  for (const name of ['overview', 'reasons', 'compare', 'applicants', 'disputes', 'agencies']) {
    await page.goto(`${served.home}site/#/${name}?lang=en`);
    await page.waitForSelector(`main[data-ready="${name}-en"]`);
    expect(await page.textContent('h1'), name).toBe('No report yet');
    expect(await page.textContent('main')).toContain('gongkai ingest <folder>');
  }
  expect(await violations(page)).toEqual([]);
  expect(faults).toEqual([]);
});

test('an agency that its text does not decide is called the same on its page and in its report; one year is one year', async () => {
  const { page, context, wrong: faults } = await openTab(browser, served.home, 390);
  const own = served.reports.find(({ report }) => report.year !== null);
  const [id, year] = [own?.agency.agency_id ?? '', own?.report.year ?? 0];
  const changed = (pattern: string, change: (json: Record<string, object>) => object) =>
    context.route(pattern, async (route) => route.fulfill({ json: change(await (await route.fetch()).json()) }));
  await changed(`**/data/agency/${id}.json`, (json) => ({ ...json, name: null }));
  await changed(`**/agency=${id}/year=${year}/report.json`, (json) => ({
    ...json,
    agency: { ...json.agency, name: null },
    report: { ...json.report, title: null },
  }));
  await changed('**/data/meta.json', (json) => ({ ...json, years: [year] }));
  await page.goto(`${served.home}site/#/agency/${id}?lang=en`);
  await page.waitForSelector('main[data-ready="agency-en"]');
  expect(await page.textContent('h1')).toBe(`Agency not identified (${id})`);
  await page.goto(`${served.home}site/#/report/${id}/${year}?lang=en`);
  await page.waitForSelector('main[data-ready="report-en"]');
  expect(await page.textContent('h1')).toBe(`Agency not identified (${id}) ${year}`);
  expect(await page.textContent('main p.note')).toMatch(/^Years: /);
  await page.goto(`${served.home}site/#/overview?lang=en`);
  await settled(page, 'overview', 'en');
  expect(await page.textContent('main')).toContain(`their reports of ${year}:`);
  expect(faults).toEqual([]);
});

test('what is not there is said, not shown as an empty list', async () => {
  const { page } = await opened();
  await search(page, 'no such agency');
  await expect.poll(() => page.textContent('.search [role=status]')).toBe('0 agencies found');
  await search(page, wrong.agency);
  await expect.poll(() => page.textContent('.search [role=status]')).toBe('1 agency found');
});

test('a number leads to its report, its line and the checks it breaks', async () => {
  const { page, wrong: faults } = await opened();
  await page.goto(`${served.home}site/#/agency/${wrong.agency}?lang=en`);
  await settled(page, 'agency', 'en');
  const gaps = await page.locator('td a[title]').allTextContents();
  expect([...new Set(gaps)].sort()).toEqual(['?', '¿', '·', '–', '✗'].sort());
  await page.click(`table a:text-is("${wrong.printed}")`);
  await settled(page, 'report', 'en');
  await page.waitForSelector('.text li.here');
  const report = served.reports.find(({ agency, report: { year } }) => agency.agency_id === wrong.agency && year === wrong.year);
  const cell = report?.cells.find(({ code }) => code === 'applications.new_received.total');
  expect(await page.getAttribute('.text li.here', 'data-line')).toBe(String(cell?.line));
  const seen = await page.evaluate(() => {
    const [line, frame] = ['.text li.here', '.text'].map((one) => document.querySelector(one)?.getBoundingClientRect());
    return line !== undefined && frame !== undefined && line.top >= frame.top && line.bottom <= frame.bottom;
  });
  expect(seen, 'the marked line is in view').toBe(true);
  const origin = await page.textContent('section.origin');
  expect(origin).toContain('A number is printed');
  expect(origin).toMatch(/A03 Does not hold/);
  const parts = report?.cells.filter(({ code }) => /^applications\.new_received\.(?!total)/.test(code)) ?? [];
  const sum = parts.reduce((total, { value }) => total + (value ?? 0), 0);
  expect(await page.textContent('td.chosen .computed')).toContain(`sum ${new Intl.NumberFormat('en-GB').format(sum)}`);
  await page.click('td[data-code="applications.new_received.natural_person"] button');
  expect(await hash(page)).toContain('cell=applications.new_received.natural_person');
  const person = parts.find(({ code }) => code.endsWith('.natural_person'));
  expect(await page.textContent('.text li.here mark')).toBe(person?.raw);
  expect(faults).toEqual([]);
});

test('a missing report is found from the page of coverage, and all of them are downloaded', async () => {
  const { page, wrong: faults } = await opened();
  await page.click('nav a:text-is("Coverage")');
  await settled(page, 'coverage', 'en');
  // The agency has reports of 2019, 2020 and 2022.
  await page.click('.missing-by-year a[href*="gap=between"][href*="year=2021"]');
  await settled(page, 'missing', 'en');
  expect(await page.textContent(`tr:has(a[href*="agency/${wrong.agency}"])`)).toContain('202120202022');
  await page.selectOption('select[name=gap]', 'all');
  await page.waitForFunction(() => location.hash.includes('gap=all'));
  await page.selectOption('select[name=year]', '');
  await page.waitForFunction(() => !location.hash.includes('year='));
  await settled(page, 'missing', 'en');
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('.save button:text-is("CSV")')]);
  const rows = readFileSync(await download.path(), 'utf8')
    .trimEnd()
    .split('\r\n')
    .slice(1);
  const years = served.reports.map(({ report }) => report.year ?? 0);
  const held = new Map<string, Set<number>>();
  for (const { agency, report } of served.reports)
    held.set(agency.agency_id, (held.get(agency.agency_id) ?? new Set<number>()).add(report.year ?? 0));
  const span = Math.max(...years) - Math.min(...years) + 1;
  const lacking = [...held].reduce((sum, [, own]) => sum + span - own.size, 0);
  expect(rows.length).toBe(lacking);
  await page.click('.turns a');
  await page.waitForFunction(() => location.hash.includes('from=100'));
  await settled(page, 'missing', 'en');
  expect(await page.locator('main tbody tr').count()).toBe(Math.min(100, lacking - 100));
  expect(faults).toEqual([]);
});

test('the codebook has a published value of every indicator, and it leads to its line', async () => {
  const { page, wrong: faults } = await opened();
  await page.click('nav a:text-is("Codebook")');
  await settled(page, 'codebook', 'en');
  await page.fill('input[name=column]', 'applications_new_received');
  const row = page.locator('tr:has(code:text-is("applications_new_received"))');
  const value = await row.locator('td code').first().textContent();
  await row.locator('a').click();
  await settled(page, 'report', 'en');
  expect(await page.textContent('.text li.here mark')).toContain(value);
  expect(faults).toEqual([]);
});

test('a filter is part of the address, and a shared address shows the same', async () => {
  const { page } = await opened();
  await page.selectOption('select[name=region]', '35');
  await page.waitForFunction(() => location.hash.includes('region=35'));
  await settled(page, 'overview', 'en');
  const cards = await page.textContent('.cards');
  const shared = await openTab(browser, served.home, 1440);
  await shared.page.goto(page.url());
  await settled(shared.page, 'overview', 'en');
  expect(await shared.page.textContent('.cards')).toBe(cards);
  expect(await shared.page.inputValue('select[name=region]')).toBe('35');
  await shared.page.click('header a[lang="zh-CN"]');
  await settled(shared.page, 'overview', 'zh');
  expect(await shared.page.inputValue('select[name=region]')).toBe('35');
});

test('agencies are put beside one another and taken away, five at most', async () => {
  const { page, wrong: faults } = await opened();
  await page.goto(`${served.home}site/#/compare?agencies=${wrong.agency}&lang=en`);
  await settled(page, 'compare', 'en');
  const others = [...new Set(served.reports.map(({ agency }) => agency.agency_id))].filter((id) => id !== wrong.agency).slice(0, 4);
  for (const [at, id] of others.entries()) {
    await search(page, id);
    await page.click(`.found a[href*="${encodeURIComponent(id)}"]:has-text("")`);
    await page.waitForFunction((count) => document.querySelectorAll('.chips li').length === count, at + 2);
  }
  expect(await page.locator('input[name=agency]').count()).toBe(0);
  await settled(page, 'compare', 'en');
  await page.click('.chips li:first-child a');
  await page.waitForFunction(() => document.querySelectorAll('.chips li').length === 4);
  expect(await page.textContent('.chips')).not.toContain('厦门市司法局');
  expect(faults).toEqual([]);
});

test('what is seen is downloaded as one archive: data, charts, and what they are', async () => {
  const { page, wrong: faults } = await opened();
  const kinds = served.reports.flatMap(({ agency }) => agency.kind ?? []);
  const [kind = ''] = kinds.filter((one) => one !== 'justice-bureau');
  const all = await page.textContent('.cards');
  await page.selectOption('select[name=kind]', kind);
  await page.waitForFunction((chosen) => location.hash.includes(`kind=${chosen}`), kind);
  await settled(page, 'overview', 'en');
  await expect.poll(() => page.textContent('.cards')).not.toBe(all);
  await page.waitForSelector('figure svg, figure .empty');
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('.downloads button:first-child')]);
  expect(download.suggestedFilename()).toBe('gongkai-overview.zip');
  const files = unzipSync(readFileSync(await download.path()));
  expect(Object.keys(files)).toEqual(expect.arrayContaining(['README.md', 'applications-received.csv', 'outcomes.csv']));
  const rows = strFromU8(files['applications-received.csv'] ?? new Uint8Array())
    .trimEnd()
    .split('\r\n')
    .slice(1);
  const own = served.reports.filter(({ agency, report }) => agency.kind === kind && report.coverage === 'own_organ');
  expect(rows.reduce((sum, row) => sum + Number(row.split(',')[1]), 0)).toBe(own.length);
  const readme = strFromU8(files['README.md'] ?? new Uint8Array());
  expect(readme).toContain(`- \`kind\`: ${kind}`);
  expect(readme).toContain('https://creativecommons.org/licenses/by/4.0/');
  const address = /open again: (\S+)/.exec(readme)?.[1] ?? '';
  const again = await openTab(browser, served.home, 390);
  await again.page.goto(address);
  await settled(again.page, 'overview', 'en');
  expect(await again.page.textContent('.cards')).toBe(await page.textContent('.cards'));
  await page.goto(`${served.home}site/#/agency/${wrong.agency}?lang=en`);
  await settled(page, 'agency', 'en');
  const [second] = await Promise.all([page.waitForEvent('download'), page.click('.downloads button:first-child')]);
  const more = unzipSync(readFileSync(await second.path()));
  expect(Object.keys(more)).toEqual(expect.arrayContaining(['numbers.csv', 'reports.csv', `${wrong.agency}-received.svg`]));
  expect([...(more[`${wrong.agency}-received.png`] ?? []).slice(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
  expect(faults).toEqual([]);
});

test('a citation is copied and that is said, or it stands there to be copied by hand', async () => {
  const { page } = await opened();
  await page.goto(`${served.home}site/#/data?lang=en`);
  await settled(page, 'data', 'en');
  const cited = await page.textContent('.save span[lang=en]');
  await page.click('.save:has(span[lang=en]) button');
  await expect.poll(() => page.textContent('.save:has(span[lang=en]) [role=status]')).toMatch(/./);
  expect(['Copied.', cited]).toContain(await page.textContent('.save:has(span[lang=en]) [role=status]'));
});

test('a chart is saved as CSV, SVG and PNG', async () => {
  const { page } = await opened();
  const save = async (label: string) => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.click(`figure:first-of-type button:text-is("${label}")`)]);
    return { name: download.suggestedFilename(), body: readFileSync(await download.path()) };
  };
  const csv = await save('CSV');
  expect(csv.name).toBe('applications-received.csv');
  expect(csv.body.toString('utf8')).toMatch(/^\ufeffyear,reports,reports_with,received,form\r\n\d{4},\d+,/);
  const svg = (await save('SVG')).body.toString('utf8');
  expect(svg).toMatch(/^<svg[^>]+xmlns="http:\/\/www.w3.org\/2000\/svg"/);
  expect(svg).toContain('Applications received');
  expect(svg).not.toContain('var(--');
  const png = (await save('PNG')).body;
  expect([...png.subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
  expect(png.length).toBeGreaterThan(2_000);
});

test('SQL is answered, refused in words, and shared', async () => {
  const { page, wrong: faults } = await opened();
  await page.goto(`${served.home}site/#/sql?lang=en`);
  await settled(page, 'sql', 'en');
  await page.fill('#sql', 'SELECT count(*) AS n FROM reports');
  await page.press('#sql', 'Control+Enter');
  await page.waitForSelector('main table td');
  expect(await page.textContent('main table td')).toBe(String(served.reports.length));
  expect(decodeURIComponent((await hash(page)).replaceAll('+', ' '))).toContain('SELECT count(*) AS n FROM reports');
  expect(faults).toEqual([]);
  await page.fill('#sql', 'SELECT nonsense FROM reports');
  await page.click('button.main');
  await page.waitForSelector('[role=alert]');
  expect(await page.textContent('[role=alert]')).toContain('nonsense');
  // The browser itself notes that the answer was a refusal.
  expect(faults.every((fault) => fault.includes('400'))).toBe(true);
});

test('without the token nothing is answered, and it is said why', async () => {
  const { page } = await openTab(browser, served.home, 1440);
  await page.goto(`${served.home}site/#/sql?lang=en`);
  await settled(page, 'sql', 'en');
  await page.click('button.main');
  await page.waitForSelector('[role=alert]');
  expect(await page.textContent('[role=alert]')).toContain('address that the terminal shows');
});

test('a dropped file is shown as it was read, and published on confirmation', async () => {
  const { page, wrong: faults } = await opened();
  await page.click('nav a:text-is("Read a file")');
  await settled(page, 'read', 'en');
  await page.setInputFiles('input[name=document]', join(samples, '02-即墨区司法局2021.txt'));
  await page.waitForSelector('.report .form');
  expect(await page.textContent('h2')).toContain('青岛市即墨区司法局 2021');
  expect(await violations(page)).toEqual([]);
  await page.click('button.main');
  await page.waitForSelector('a[href*="report/370215-justice-bureau/2021"]');
  await page.click('a[href*="report/370215-justice-bureau/2021"]');
  await settled(page, 'report', 'en');
  expect(await page.textContent('h1')).toContain('青岛市即墨区司法局');
  await page.click('nav a:text-is("Overview")');
  await settled(page, 'overview', 'en');
  expect(await page.textContent('.cards')).toContain(String(served.reports.length + 1));
  expect(faults).toEqual([]);
});

test('a file dropped by hand: hostile text stays text, and what is no report cannot be published', async () => {
  const { page, wrong: faults } = await opened();
  await page.goto(`${served.home}site/#/read?lang=en`);
  await settled(page, 'read', 'en');
  const transfer = await page.evaluateHandle((text) => {
    const data = new DataTransfer();
    const body = `<html><body><p>${text.replaceAll('<', '&lt;')}</p></body></html>`;
    data.items.add(new File([body], '<img src=x onerror=window.broken=true>.html', { type: 'text/html' }));
    return data;
  }, hostile);
  await page.dispatchEvent('.drop', 'drop', { dataTransfer: transfer });
  await page.waitForSelector('.report .text');
  expect(await page.textContent('.report .text')).toContain(hostile);
  expect(await page.locator('button.main').count()).toBe(0);
  expect(await page.locator('main img').count()).toBe(0);
  expect(await page.evaluate(() => window.broken)).toBeUndefined();
  expect(faults).toEqual([]);
});

test('why a dropped file cannot be read is told in the language of the page', async () => {
  const { page, wrong: faults } = await opened();
  const file = { name: '报告.json', mimeType: 'application/json', buffer: Buffer.from('{"a": [1, 2, 3]}') };
  const told = async (language: string) => {
    await page.goto(`${served.home}site/#/read?lang=${language}`);
    await settled(page, 'read', language);
    await page.setInputFiles('input[name=document]', file);
    return (await page.textContent('.wrongbox')) ?? '';
  };
  expect(await told('zh')).toContain('请提交报告本身，而不是从中读出的数据');
  const english = await told('en');
  expect(english).toContain('Submit the report itself, not the data read from it');
  expect(english).not.toMatch(/\p{Script=Han}/u);
  expect(faults).toEqual([]);
});

test('by keyboard alone: skip the menu, open a number', async () => {
  const { page } = await opened();
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
  expect(await hash(page)).toContain('overview');
  await page.goto(`${served.home}site/#/report/${wrong.agency}/${wrong.year}?lang=en`);
  await settled(page, 'report', 'en');
  await page.focus('td[data-code="applications.new_received.total"] button');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.text li.here');
});

test('on paper there are numbers and charts, no menus and buttons', async () => {
  const { page } = await opened();
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('header nav').isVisible()).toBe(false);
  expect(await page.locator('.save').first().isVisible()).toBe(false);
  expect(await page.locator('.canvas svg').first().isVisible()).toBe(true);
  // What is folded on the screen is open on paper.
  expect(await page.locator('figure details td').first().isVisible()).toBe(true);
});

test('an address that leads nowhere is told', async () => {
  const { page } = await opened();
  for (const path of ['nowhere', 'agency/999999-none', 'report/../../x/2020']) {
    await page.goto(`${served.home}site/#/${path}?lang=en`);
    await page.waitForFunction(() => document.querySelector('h1')?.textContent === 'Not found');
  }
});

test('a program that was ended is told as such where a question is asked or a file dropped', async () => {
  const { page } = await opened();
  await page.route('**/api/**', (route) => route.abort());
  await page.goto(`${served.home}site/#/sql?lang=en`);
  await settled(page, 'sql', 'en');
  await page.click('button.main');
  expect(await page.textContent('[role=alert]')).toContain('gongkai serve does not answer');
  await page.goto(`${served.home}site/#/read?lang=zh`);
  await settled(page, 'read', 'zh');
  await page.setInputFiles('input[type=file]', { name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('x') });
  await page.waitForSelector('[role=alert]');
  expect(await page.textContent('[role=alert]')).toContain('gongkai serve 没有回答');
});

test('filters of another dataset are told with the way out of them', async () => {
  const { page } = await opened();
  for (const filter of ['region=99', 'kind=nobody']) {
    await page.goto(`${served.home}site/#/reasons?lang=en&${filter}`);
    await page.waitForFunction(() => document.querySelector('h1')?.textContent === 'Not found');
    await page.click('text=All regions and kinds of agency');
    await settled(page, 'reasons', 'en');
    await page.waitForSelector('main figure');
    expect(await hash(page)).toBe('#/reasons?lang=en');
  }
});

test('a server that does not answer is not taken for a dataset that lacks something', async () => {
  const { page } = await opened();
  const agency = `**/data/agency/${wrong.agency}.json`;
  for (const fail of [(route: Route) => route.abort(), (route: Route) => route.fulfill({ status: 500 })]) {
    await page.route(agency, fail);
    await page.goto(`${served.home}site/#/agency/${wrong.agency}?lang=en`);
    await page.waitForFunction(() => document.querySelector('h1')?.textContent === 'No answer');
    await page.unroute(agency);
    await page.click('text=Try again');
    await settled(page, 'agency', 'en');
    await page.goto(`${served.home}site/#/overview?lang=en`);
    await settled(page, 'overview', 'en');
    await page.evaluate(() => location.reload());
    await settled(page, 'overview', 'en');
  }
});
