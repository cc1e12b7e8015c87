import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

/** Chromium of this machine; the runner says where it is. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-dev-shm-usage'] });

/** A tab that may reach one address only, and remembers everything that went wrong in it. */
export interface Watched {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Requests to anybody else, errors on the console, errors of scripts. */
  readonly wrong: string[];
  /** Bytes of every answer as they came over the wire, by path. */
  readonly bytes: Map<string, number>;
}

/** A page that hostile text would have set on fire. */
declare global {
  interface Window {
    broken?: boolean;
    axe?: { run(options: object): Promise<{ violations: { id: string; nodes: { target: unknown; failureSummary?: string }[] }[] }> };
  }
}

/** Open a tab at a width; `home` is the only address it may ask. */
export async function openTab(browser: Browser, home: string, width: number, more: { dark?: boolean } = {}): Promise<Watched> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    locale: 'en-GB',
    acceptDownloads: true,
    colorScheme: more.dark ? 'dark' : 'light',
  });
  const page = await context.newPage();
  const wrong: string[] = [];
  const bytes = new Map<string, number>();
  await context.route('**/*', (route) => {
    const url = route.request().url();
    if (url.startsWith(home) || url.startsWith('data:') || url.startsWith('blob:')) return route.continue();
    wrong.push(`asked ${url}`);
    return route.abort();
  });
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) wrong.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => wrong.push(`script: ${error.message}`));
  page.on('requestfinished', async (request) => {
    const { responseBodySize, responseHeadersSize } = await request.sizes().catch(() => ({ responseBodySize: 0, responseHeadersSize: 0 }));
    bytes.set(new URL(request.url()).pathname, responseBodySize + responseHeadersSize);
  });
  return { page, context, wrong, bytes };
}

/** Wait until a page of the explorer stands in this language, its charts drawn. */
export async function settled(page: Page, name: string, language: string): Promise<void> {
  await page.waitForSelector(`main[data-ready="${name}-${language}"]`);
  await page.waitForFunction(() => [...document.querySelectorAll('.canvas')].every((canvas) => canvas.childElementCount > 0));
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong, rule and place. */
export async function violations(page: Page): Promise<string[]> {
  // Through the debugger, which the page's policy does not bind.
  await page.evaluate(axe);
  return page.evaluate(async () => {
    for (const details of document.querySelectorAll('details')) details.open = true;
    const found = await window.axe?.run({ resultTypes: ['violations'] });
    return (found?.violations ?? []).map(
      ({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ target, failureSummary }) => `${String(target)} ${failureSummary}`)}`,
    );
  });
}
