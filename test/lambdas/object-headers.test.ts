import { expect, test } from 'vitest';
import { headersOf } from '../../lambdas/adapters/object-headers.ts';

test.each([
  ['open/releases/latest.json', 'application/json; charset=utf-8', 'public, max-age=60'],
  [
    'open/releases/v2026.11.0/parquet/cells/year=2021/part-0.parquet',
    'application/vnd.apache.parquet',
    'public, max-age=31536000, immutable',
  ],
  ['open/releases/v2026.11.0/SHA256SUMS', 'text/plain; charset=utf-8', 'public, max-age=31536000, immutable'],
  ['open/reports/year=2021/region-35.parquet', 'application/vnd.apache.parquet', 'public, max-age=300'],
  ['open/site/index.html', 'text/html; charset=utf-8', 'public, max-age=300'],
  ['open/site/parts/a.js', 'text/javascript; charset=utf-8', 'public, max-age=300'],
  ['state/candidates/a.json.gz', 'application/gzip', undefined],
  ['open/releases/v2026.11.0/db/x.duckdb', 'application/octet-stream', 'public, max-age=31536000, immutable'],
])('%s is %s, kept %s', (key, type, cache) => {
  expect(headersOf(key)).toEqual({ ContentType: type, ...(cache && { CacheControl: cache }) });
});
