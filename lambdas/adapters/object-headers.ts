import { openKeys } from '../../src/keys.ts';

const contentTypes: Readonly<Record<string, string>> = {
  parquet: 'application/vnd.apache.parquet',
  json: 'application/json; charset=utf-8',
  gz: 'application/gzip',
  csv: 'text/csv; charset=utf-8',
  sql: 'text/plain; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** A release never changes but for its pointer; everything else may in the next minutes. */
function cacheOf(key: string): string {
  if (key === openKeys.latestRelease) return 'public, max-age=60';
  return key.startsWith('open/releases/') ? 'public, max-age=31536000, immutable' : 'public, max-age=300';
}

/** HTTP headers of an object, by its key: what it is (text, where there is no ending: SHA256SUMS) and how long it stays. */
export function headersOf(key: string): { ContentType: string; CacheControl?: string } {
  const ending = /\.(\w+)$/.exec(key)?.[1];
  const ContentType = ending === undefined ? 'text/plain; charset=utf-8' : (contentTypes[ending] ?? 'application/octet-stream');
  return key.startsWith('open/') ? { ContentType, CacheControl: cacheOf(key) } : { ContentType };
}
