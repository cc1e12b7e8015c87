import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { Failure } from '../../failure.ts';
import type { Io } from '../../io.ts';
import { bodyOf, redirect, send, sendJson, TooLarge } from './answer.ts';
import { SiteFiles } from './files.ts';
import { refusal } from './gate.ts';
import { Live } from './live.ts';

/** The largest document a page may send. */
const mostBytes = 64_000_000;
/** The longest statement a page may send. */
const mostSql = 1_000_000;

const refusals = {
  method: { zh: '只接受 GET、HEAD 和 POST。', en: 'Only GET, HEAD and POST are answered.' },
  host: { zh: '只在 127.0.0.1 和 localhost 上回答。', en: 'Only 127.0.0.1 and localhost are answered.' },
  origin: { zh: '不回答其他网页的请求。', en: 'Requests of other pages are not answered.' },
  token: {
    zh: '缺少令牌：请使用终端里显示的地址打开页面。',
    en: 'The token is missing: open the page at the address that the terminal shows.',
  },
} as const;

const one = (header: string | readonly string[] | undefined): string | undefined => (typeof header === 'string' ? header : header?.[0]);

const told = (failure: Failure): string => JSON.stringify({ error: failure.code, zh: failure.told('zh'), en: failure.told('en') });

interface Served {
  readonly live: Live;
  readonly files: SiteFiles;
  readonly token: string;
}

const sqlOf = async (request: IncomingMessage): Promise<string> =>
  (await bodyOf(request, mostSql, new Failure('sql_too_long', { megabytes: mostSql / 1e6 }))).toString('utf8');

const droppedOn = (request: IncomingMessage): Promise<Buffer> =>
  bodyOf(request, mostBytes, new Failure('drop_too_large', { megabytes: mostBytes / 1e6 }));

async function act({ live, files }: Served, request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
  const answer = (json: string) => sendJson(request, response, json);
  switch (url.pathname) {
    case '/api/query':
      return answer(await live.query(await sqlOf(request)));
    case '/api/read':
      return answer(JSON.stringify(await live.read(url.searchParams.get('name') ?? '', await droppedOn(request))));
    case '/api/publish': {
      const published = await live.publish(url.searchParams.get('sha256') ?? '');
      await files.read('site/data/meta.json');
      return answer(JSON.stringify(published));
    }
    default:
      return sendJson(request, response, '{}', 404);
  }
}

async function show({ files }: Served, request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
  const path = decodeURIComponent(url.pathname).slice(1);
  if (path === '' || path === 'site') return redirect(response, `/site/${url.search}`);
  // Whether there is somebody to ask: the page of a static host gets no answer here.
  if (path === 'site/live.json') return sendJson(request, response, '{"live":true}');
  const name = path.endsWith('/') ? `${path}index.html` : path;
  const body = await files.read(name);
  if (body === null) return send(request, response, 'missing.txt', Buffer.from('404\n'), 404);
  send(request, response, name, body);
}

/** What went wrong in words, never a stack. */
function apologize(io: Io, request: IncomingMessage, response: ServerResponse, error: unknown): void {
  if (response.headersSent) response.end();
  else if (error instanceof Failure) sendJson(request, response, told(error), 400);
  else if (error instanceof URIError) send(request, response, 'missing.txt', Buffer.from('404\n'), 404);
  else if (error instanceof TooLarge) {
    response.setHeader('Connection', 'close');
    sendJson(request, response, told(error.failure), 413);
  } else {
    const reason = error instanceof Error ? error.message : String(error);
    io.note(`gongkai serve: ${reason}`);
    sendJson(request, response, told(new Failure('unexpected', { reason })), 500);
  }
}

/** The explorer over a dataset folder, on this machine only. `token` is asked of everything that does something. */
export function createSite(io: Io, out: string, token: string, port: () => number): Server {
  const served = { live: new Live(io, out), files: new SiteFiles(out), token };
  // The data of a large dataset takes a while: it is made before anybody waits for it, and a failure is answered to the request.
  served.files.read('site/data/meta.json').catch(() => {});
  return createServer(async (request, response) => {
    try {
      const { method = 'GET', headers, url = '/' } = request;
      const { host, origin } = headers;
      const asked = { method, host, origin, site: one(headers['sec-fetch-site']), token: one(headers['x-gongkai-token']) };
      const refused = refusal(asked, port(), token);
      const why = refused && refusals[refused.reason];
      if (refused && why)
        return sendJson(
          request,
          response,
          JSON.stringify({ error: refused.reason, zh: { message: why.zh }, en: { message: why.en } }),
          refused.status,
        );
      const address = new URL(url, 'http://127.0.0.1');
      await (method === 'POST' ? act : show)(served, request, response, address);
    } catch (error) {
      apologize(io, request, response, error);
    }
  });
}
