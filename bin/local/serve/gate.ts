import { timingSafeEqual } from 'node:crypto';

/** What a request says of itself. */
export interface Asked {
  readonly method: string;
  readonly host: string | undefined;
  readonly origin: string | undefined;
  /** `Sec-Fetch-Site`: what the browser says of the page that asks. */
  readonly site: string | undefined;
  readonly token: string | undefined;
}

/** Why a request is refused: the status, and what to tell. */
export interface Refusal {
  readonly status: 403 | 405;
  readonly reason: 'method' | 'host' | 'origin' | 'token';
}

const same = (left: string, right: string): boolean =>
  left.length === right.length && timingSafeEqual(Buffer.from(left.padEnd(64)), Buffer.from(right.padEnd(64)));

/**
 * Whether a request may pass. A foreign `Host` is a name that somebody else made point here (DNS rebinding), a foreign `Origin`
 * another page in the same browser; what does something also asks for the token that only the terminal was told.
 */
export function refusal({ method, host, origin, site, token }: Asked, port: number, secret: string): Refusal | null {
  if (!['GET', 'HEAD', 'POST'].includes(method)) return { status: 405, reason: 'method' };
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  if (host === undefined || !hosts.includes(host.toLowerCase())) return { status: 403, reason: 'host' };
  if (origin !== undefined && origin !== `http://${host.toLowerCase()}`) return { status: 403, reason: 'origin' };
  if (method === 'POST' && site !== undefined && site !== 'same-origin') return { status: 403, reason: 'origin' };
  if (method === 'POST' && (token === undefined || !same(token, secret))) return { status: 403, reason: 'token' };
  return null;
}
