import { expect, test } from 'vitest';
import { type Asked, refusal } from '../../bin/local/serve/gate.ts';

const secret = 'a'.repeat(32);
const asked = (more: Partial<Asked>): Asked => ({
  method: 'GET',
  host: '127.0.0.1:8321',
  origin: undefined,
  site: undefined,
  token: undefined,
  ...more,
});
const reason = (more: Partial<Asked>) => refusal(asked(more), 8321, secret)?.reason ?? 'passes';

test.each<[string, Partial<Asked>, string]>([
  ['a reader on this machine', {}, 'passes'],
  ['the same by its other name', { host: 'localhost:8321' }, 'passes'],
  ['a name that somebody made point here', { host: 'evil.example:8321' }, 'host'],
  ['another port', { host: '127.0.0.1:80' }, 'host'],
  ['no name at all', { host: undefined }, 'host'],
  ['a page of somebody else', { origin: 'https://evil.example' }, 'origin'],
  ['a page in a sandbox', { origin: 'null' }, 'origin'],
  ['another port of this machine', { origin: 'http://127.0.0.1:3000' }, 'origin'],
  ['our page asking for something', { method: 'POST', origin: 'http://127.0.0.1:8321', site: 'same-origin', token: secret }, 'passes'],
  ['a program that was told the token', { method: 'POST', token: secret }, 'passes'],
  ['a form of another page that knows the token', { method: 'POST', site: 'cross-site', token: secret }, 'origin'],
  ['a program without the token', { method: 'POST' }, 'token'],
  ['a wrong token', { method: 'POST', token: 'b'.repeat(32) }, 'token'],
  ['the beginning of the token', { method: 'POST', token: 'a'.repeat(31) }, 'token'],
  ['another method', { method: 'DELETE', token: secret }, 'method'],
])('%s', (_, more, expected) => {
  expect(reason(more)).toBe(expected);
});
