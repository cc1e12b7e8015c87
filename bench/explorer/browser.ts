import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { type Browser, chromium } from 'playwright-core';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
};
const known = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
/** The browser of this machine; undefined where Playwright's own is to be used. */
export const browserPath = known.find((path) => path && existsSync(path));

/** Serve a site as CloudFront would: files, compressed. */
export async function serveFiles(files: ReadonlyMap<string, string>, assets: string): Promise<{ home: string; close: () => void }> {
  const packed = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname).slice(1) || 'index.html';
    const asset = join(assets, path);
    const body = files.get(path) ?? (existsSync(asset) ? readFileSync(asset, 'utf8') : null);
    if (body === null) return void response.writeHead(404).end();
    const sent = packed.get(path) ?? brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
    packed.set(path, sent);
    response.writeHead(200, {
      'Content-Type': types[extname(path)] ?? 'text/plain',
      'Content-Encoding': 'br',
      'Content-Length': sent.length,
    });
    response.end(sent);
  });
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { home: `http://127.0.0.1:${port}/`, close: () => server.close() };
}

/** What a first look at a page costs. */
export interface Seen {
  /** Bytes over the wire, headers included, until the charts stand. */
  readonly bytes: number;
  readonly requests: number;
  /** Milliseconds from the request to the first chart in the page. */
  readonly chart: number;
  /** Bytes of the largest answer of an agency file. */
  readonly agency: number;
}

/** 1.6 Mbit/s, 150 ms there and back, and a processor a quarter as fast: what a phone has on a bad day. */
const slow4g = { offline: false, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8, latency: 150 };

/** Runs in the page: notes when the first chart stands in it. */
const markFirstChart = `new MutationObserver((_, observer) => {
  if (!document.querySelector('.canvas svg')) return;
  observer.disconnect();
  requestAnimationFrame(() => performance.mark('chart'));
}).observe(document, { childList: true, subtree: true });`;

/** Open a page with nothing in the cache and wait for its first chart. */
export async function look(browser: Browser, url: string, slow: boolean): Promise<Seen> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.setCacheDisabled', { cacheDisabled: true });
  if (slow) {
    await devtools.send('Network.emulateNetworkConditions', slow4g);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  }
  let [bytes, requests, agency] = [0, 0, 0];
  const paths = new Map<string, string>();
  devtools.on('Network.responseReceived', ({ requestId, response }) => void paths.set(requestId, response.url));
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    bytes += encodedDataLength;
    requests++;
    if (paths.get(requestId)?.includes('data/agency/')) agency = Math.max(agency, encodedDataLength);
  });
  await page.addInitScript({ content: markFirstChart });
  await page.goto(url, { timeout: 120_000 });
  let chart: number | null = null;
  // A function given as text is not polled under the page's policy; a look now and then does not disturb the measurement.
  for (let turn = 0; chart === null && turn < 600; turn++) {
    await page.waitForTimeout(200);
    chart = await page.evaluate<number | null>("performance.getEntriesByName('chart')[0]?.startTime ?? null");
  }
  if (chart === null) throw new Error(`no chart at ${url}`);
  await page.waitForTimeout(500);
  await context.close();
  return { bytes, requests, chart, agency };
}

/** Start a browser without a window. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ ...(browserPath && { executablePath: browserPath }), args: ['--no-sandbox', '--disable-dev-shm-usage'] });
