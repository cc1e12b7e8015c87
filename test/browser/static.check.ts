import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { oneFile } from '../../bin/local/site/one-file.ts';
import { writeSite } from '../../bin/local/site/site.ts';
import { FolderStore } from '../../bin/local/store/folder-store.ts';
import { openBrowser, openTab, settled, violations } from './browser.ts';
import { hostile, writeBrowserDataset, wrong } from './dataset.ts';
import { io } from './served.ts';

const folder = mkdtempSync(join(tmpdir(), 'gongkai-static-'));
const [out, to, file] = [join(folder, 'dataset'), join(folder, 'public'), join(folder, 'gongkai.html')];
let browser: Browser;
let server: Server;
let home = '';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
};

beforeAll(async () => {
  await writeBrowserDataset(new FolderStore(out, { durable: 'later' }));
  await writeSite(io, { out, to });
  writeFileSync(file, (await oneFile(out, { agencies: [], mostBytes: 50_000_000 })).page);
  // A host that knows nothing but files.
  server = createServer((request, response) => {
    const path = join(to, decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname).replace(/\/$/, '/index.html'));
    const found = statSync(path, { throwIfNoEntry: false })?.isFile();
    response.writeHead(found ? 200 : 404, { 'Content-Type': types[extname(path)] ?? 'application/octet-stream' });
    response.end(found ? readFileSync(path) : undefined);
  });
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  const address = server.address();
  home = typeof address === 'object' && address ? `http://127.0.0.1:${address.port}/` : '';
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  server?.close();
  rmSync(folder, { recursive: true, force: true });
});

const journey = [
  ['overview', 'overview'],
  ['reasons', 'reasons'],
  ['compare', `compare?agencies=${wrong.agency}`],
  ['agencies', 'agencies?region=35'],
  ['agency', `agency/${wrong.agency}`],
  ['report', `report/350200-finance/2020?cell=applications.granted.total`],
  ['coverage', 'coverage'],
  ['missing', 'missing?gap=all'],
  ['data', 'data'],
  ['sql', 'sql'],
  ['codebook', 'codebook'],
  ['read', 'read'],
] as const;

const withLanguage = (path: string) => `#/${path}${path.includes('?') ? '&' : '?'}lang=en`;

test('a host of files serves every page without an error', async () => {
  const { page, wrong: faults } = await openTab(browser, home, 1440);
  for (const [name, path] of journey) {
    await page.goto(home + withLanguage(path));
    await settled(page, name, 'en');
    if (name === 'sql') expect(await page.textContent('main')).toContain('gongkai query --named');
    if (name === 'read') expect(await page.textContent('main')).toContain('gongkai serve');
  }
  expect(faults).toEqual([]);
});

test('without script the page still says the sums', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(home);
  expect(await page.locator('noscript table, main table').first().textContent()).toMatch(/年度 Year.*20\d\d/s);
  await context.close();
});

test('one file opens from the disk, holds every page and asks nobody', async () => {
  const { page, wrong: faults } = await openTab(browser, pathToFileURL(file).href, 1440);
  for (const [name, path] of journey) {
    await page.goto(pathToFileURL(file).href + withLanguage(path));
    await settled(page, name, 'en');
    if (name === 'report') {
      expect(await page.textContent('.text')).toContain(hostile);
      await page.waitForSelector('.text li.here');
    }
  }
  await page.goto(pathToFileURL(file).href + withLanguage('overview'));
  await settled(page, 'overview', 'en');
  await page.fill('input[name=agency]', 'xmssfj');
  await page.waitForSelector(`.found a[href*="${wrong.agency}"]`);
  expect(await violations(page)).toEqual([]);
  expect(await page.evaluate(() => window.broken)).toBeUndefined();
  expect(faults).toEqual([]);
});

test('one file of one agency has this agency alone', async () => {
  const { page: html } = await oneFile(out, { agencies: [wrong.agency], mostBytes: 50_000_000 });
  const path = join(folder, 'one.html');
  writeFileSync(path, html);
  const { page } = await openTab(browser, pathToFileURL(path).href, 390);
  await page.goto(pathToFileURL(path).href + withLanguage(`agency/${wrong.agency}`));
  await settled(page, 'agency', 'en');
  await page.goto(pathToFileURL(path).href + withLanguage('agency/350200-finance'));
  await page.waitForFunction(() => document.querySelector('h1')?.textContent === 'Not found');
});
