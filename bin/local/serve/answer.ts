import type { IncomingMessage, ServerResponse } from 'node:http';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { siteCsp } from '../../../src/derive/site-policy.ts';
import type { Failure } from '../../failure.ts';

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  csv: 'text/csv; charset=utf-8',
  md: 'text/plain; charset=utf-8',
  sql: 'text/plain; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
};

const small = 1_400;

const common = {
  'Content-Security-Policy': siteCsp,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cache-Control': 'no-store',
};

/** Only what is read as text gains by it. */
function packed(request: IncomingMessage, ending: string, body: Uint8Array): { encoding: string | null; body: Uint8Array } {
  const accepted = String(request.headers['accept-encoding'] ?? '');
  if (body.length < small || !(ending in types)) return { encoding: null, body };
  if (/\bbr\b/.test(accepted))
    return { encoding: 'br', body: brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }) };
  if (/\bgzip\b/.test(accepted)) return { encoding: 'gzip', body: gzipSync(body) };
  return { encoding: null, body };
}

/** Send bytes as what their name says they are. */
export function send(request: IncomingMessage, response: ServerResponse, name: string, bytes: Uint8Array, status = 200): void {
  const ending = /\.(\w+)$/.exec(name)?.[1] ?? '';
  const { encoding, body } = packed(request, ending, bytes);
  response.writeHead(status, {
    ...common,
    'Content-Type': types[ending] ?? 'application/octet-stream',
    'Content-Length': body.length,
    Vary: 'Accept-Encoding',
    ...(encoding && { 'Content-Encoding': encoding }),
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** Send a value as JSON. */
export const sendJson = (request: IncomingMessage, response: ServerResponse, json: string, status = 200): void =>
  send(request, response, 'answer.json', Buffer.from(json), status);

/** Send the reader elsewhere on this server. */
export function redirect(response: ServerResponse, to: string): void {
  response.writeHead(302, { ...common, Location: to });
  response.end();
}

/** A body that is larger than allowed, and what to tell about it. */
export class TooLarge extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.message);
    this.failure = failure;
  }
}

/** Read the body of a request of so many bytes at most. Throws TooLarge with the failure given. */
export async function bodyOf(request: IncomingMessage, most: number, failure: Failure): Promise<Buffer> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request) {
    bytes += part.length;
    if (bytes > most) throw new TooLarge(failure);
    parts.push(part);
  }
  return Buffer.concat(parts);
}
