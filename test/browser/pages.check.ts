import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, openTab, settled, violations, type Watched } from './browser.ts';
import { hostile, wrong } from './dataset.ts';
import { type Served, serveReports } from './served.ts';

let served: Served;
let browser: Browser;
const tabs = new Map<string, Watched>();
// Where to look at what was drawn: SCREENSHOTS=folder npm run test:browser
const pictures = process.env.SCREENSHOTS;

beforeAll(async () => {
  served = await serveReports();
  browser = await openBrowser();
  if (pictures) mkdirSync(pictures, { recursive: true });
});
afterAll(async () => {
  await browser?.close();
  served?.close();
});

const pages: readonly (readonly [name: string, path: string])[] = [
  ['overview', 'overview'],
  ['reasons', 'reasons'],
  ['compare', `compare?agencies=${wrong.agency}`],
  ['applicants', 'applicants'],
  ['disputes', 'disputes'],
  ['agencies', 'agencies?region=35'],
  ['agency', `agency/${wrong.agency}`],
  ['report', `report/${wrong.agency}/${wrong.year}?cell=applications.new_received.total`],
  ['coverage', 'coverage'],
  ['missing', 'missing?gap=all'],
  ['data', 'data'],
  ['sql', 'sql'],
  ['codebook', 'codebook'],
  ['read', 'read'],
];
const cases = pages.flatMap(([name, path]) =>
  ['zh', 'en'].flatMap((language) => [390, 1440].map((width) => [name, path, language, width] as const)),
);

async function tab(width: number): Promise<Watched> {
  const key = String(width);
  const held = tabs.get(key) ?? (await openTab(browser, served.home, width));
  if (!tabs.has(key)) await held.page.goto(`${served.home}site/?token=${served.token}`);
  tabs.set(key, held);
  return held;
}

test.each(cases)('%s (%s) in %s at %i px', async (name, path, language, width) => {
  const { page, wrong: faults } = await tab(width);
  faults.length = 0;
  await page.evaluate(
    (hash) => {
      location.hash = hash;
    },
    `#/${path}${path.includes('?') ? '&' : '?'}lang=${language}`,
  );
  await settled(page, name, language);
  if (pictures) await page.screenshot({ path: join(pictures, `${name}-${language}-${width}.png`), fullPage: true });
  expect(await page.getAttribute('html', 'lang')).toBe(language === 'zh' ? 'zh-CN' : 'en');
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wide, 'pixels the page is too wide').toBeLessThanOrEqual(0);
  expect(await violations(page)).toEqual([]);
  expect(faults).toEqual([]);
});

// Of 1280 pixels a quarter is left at 400 % (WCAG 1.4.10).
test('at 400 % the page is as wide as the window, and on paper every column is on the sheet, its numbers in one piece', async () => {
  const { page, wrong: faults } = await openTab(browser, served.home, 320);
  for (const [name, path] of pages.filter(([one]) => one !== 'read')) {
    await page.setViewportSize({ width: 320, height: 256 });
    await page.goto(`${served.home}site/#/${path}${path.includes('?') ? '&' : '?'}lang=zh`);
    await settled(page, name, 'zh');
    const wide = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(await wide(), `${name} at 400 %`).toBeLessThanOrEqual(0);
    await page.setViewportSize({ width: 794, height: 1123 });
    await page.emulateMedia({ media: 'print' });
    if (pictures) await page.screenshot({ path: join(pictures, `${name}-print.png`), fullPage: true });
    expect(await wide(), `${name} on paper`).toBeLessThanOrEqual(0);
    const hidden = await page.evaluate(
      () =>
        [...document.querySelectorAll('.scroll, pre')].filter(
          (box) => box.scrollWidth > box.clientWidth && getComputedStyle(box).overflowX !== 'visible',
        ).length,
    );
    expect(hidden, `${name}: boxes that scroll on paper`).toBe(0);
    const parted = await page.evaluate(
      () =>
        [...document.querySelectorAll('td.n')].filter(
          (cell) => cell.getClientRects().length > 0 && getComputedStyle(cell).whiteSpace !== 'nowrap',
        ).length,
    );
    expect(parted, `${name}: numbers that may be parted`).toBe(0);
    await page.emulateMedia({ media: null });
  }
  await page.emulateMedia({ media: 'print' });
  await page.goto(`${served.home}site/#/data?lang=zh`);
  await settled(page, 'data', 'zh');
  expect(await page.locator('p.save span[lang="zh-CN"]').isVisible(), 'how to cite, on paper').toBe(true);
  expect(faults).toEqual([]);
});

test('in the dark, contrast holds too', async () => {
  const { page, wrong: faults } = await openTab(browser, served.home, 1440, { dark: true });
  for (const [name, path] of pages.filter(([one]) => ['overview', 'report', 'compare'].includes(one))) {
    await page.goto(`${served.home}site/#/${path}${path.includes('?') ? '&' : '?'}lang=en`);
    await settled(page, name, 'en');
    if (pictures) await page.screenshot({ path: join(pictures, `${name}-dark.png`), fullPage: true });
    expect(await violations(page), name).toEqual([]);
  }
  expect(faults).toEqual([]);
});

test('a hostile report is text wherever it is shown', async () => {
  const { page, wrong: faults } = await openTab(browser, served.home, 1440);
  for (const [name, path] of [
    ['agency', 'agency/350200-finance'],
    ['report', 'report/350200-finance/2020?cell=disclosure.regulations.made_this_year'],
    ['compare', 'compare?agencies=350200-finance'],
    ['coverage', 'coverage'],
  ] as const) {
    await page.goto(`${served.home}site/#/${path}${path.includes('?') ? '&' : '?'}lang=en`);
    await settled(page, name, 'en');
  }
  await page.goto(`${served.home}site/#/report/350200-finance/2020?lang=en`);
  await settled(page, 'report', 'en');
  expect(await page.textContent('.text')).toContain(hostile);
  expect(await page.locator('main img, main script').count()).toBe(0);
  expect(await page.locator('a[href^="javascript:"]').count()).toBe(0);
  expect(await page.evaluate(() => window.broken)).toBeUndefined();
  expect(faults).toEqual([]);
});

test('the watch does notice: a foreign address, an error and a missing label are told', async () => {
  const { page, wrong: faults } = await openTab(browser, served.home, 1440);
  await page.goto(`${served.home}site/#/data?lang=en`);
  await settled(page, 'data', 'en');
  await page.evaluate(() => {
    document.querySelector('main')?.append(document.createElement('input'));
    console.error('told');
  });
  expect((await violations(page)).join()).toContain('label');
  await page.goto('http://example.invalid/').catch(() => {});
  expect(faults).toEqual(expect.arrayContaining(['console: told', 'asked http://example.invalid/']));
});
