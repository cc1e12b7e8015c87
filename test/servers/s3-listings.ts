import type { Bucket, Version } from './bucket.ts';
import type { Answer } from './http.ts';

export interface Page {
  readonly bucket: string;
  readonly query: URLSearchParams;
  readonly pageSize: number;
}

const xmlText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll('\r', '&#13;');

/** As S3 encodes keys under `encoding-type=url`: a blank is `+`, a plus is `%2B`, slashes stay. */
const encodeKey = (key: string): string => encodeURIComponent(key).replaceAll('%2F', '/').replaceAll('%20', '+');

const xml = (root: string, body: string): Answer => ({
  status: 200,
  headers: { 'content-type': 'application/xml' },
  body: `<?xml version="1.0" encoding="UTF-8"?><${root} xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${body}</${root}>`,
});

const limit = ({ query, pageSize }: Page): number => Math.min(Number(query.get('max-keys') ?? 1000), pageSize);
const shownKey = ({ query }: Page, key: string): string => xmlText(query.get('encoding-type') === 'url' ? encodeKey(key) : key);
const tag = (name: string, value: string | number | boolean): string => `<${name}>${value}</${name}>`;

/** ListObjectsV2: one page of current objects after the continuation token. */
export function listAnswer(bucket: Bucket, page: Page): Answer {
  const { query } = page;
  const token = query.get('continuation-token');
  const after = token === null ? query.get('start-after') : Buffer.from(token, 'base64').toString();
  const all = bucket
    .list(query.get('prefix') ?? '')
    .filter(({ key }) => after === null || Buffer.compare(Buffer.from(key), Buffer.from(after)) > 0);
  const shown = all.slice(0, limit(page));
  const last = shown.at(-1)?.key ?? '';
  const more = all.length > shown.length;
  const contents = shown.map((version) => tag('Contents', tag('Key', shownKey(page, version.key)) + facts(version)));
  const next = more ? tag('NextContinuationToken', Buffer.from(last).toString('base64')) : '';
  return xml(
    'ListBucketResult',
    tag('Name', page.bucket) + tag('IsTruncated', more) + tag('KeyCount', shown.length) + next + contents.join(''),
  );
}

/** ListObjectVersions: one page of versions and delete markers after the marker pair. */
export function versionsAnswer(bucket: Bucket, page: Page): Answer {
  const { query } = page;
  const all = bucket.versions(query.get('prefix') ?? '');
  const marker = query.get('key-marker');
  const at = all.findIndex(({ key, id }) => key === marker && id === query.get('version-id-marker'));
  const shown = all.slice(at + 1, at + 1 + limit(page));
  const last = shown.at(-1);
  const more = at + 1 + shown.length < all.length;
  const next = more && last ? tag('NextKeyMarker', shownKey(page, last.key)) + tag('NextVersionIdMarker', last.id) : '';
  return xml(
    'ListVersionsResult',
    tag('Name', page.bucket) + tag('IsTruncated', more) + next + shown.map((one) => entry(page, one, bucket)).join(''),
  );
}

function entry(page: Page, version: Version, bucket: Bucket): string {
  const latest = bucket.versions(version.key).find(({ key }) => key === version.key)?.id === version.id;
  const head = tag('Key', shownKey(page, version.key)) + tag('VersionId', version.id) + tag('IsLatest', latest);
  return version.deleted
    ? tag('DeleteMarker', head + tag('LastModified', version.modified.toISOString()))
    : tag('Version', head + facts(version));
}

const facts = ({ etag, body, modified }: Version): string =>
  tag('LastModified', modified.toISOString()) + tag('ETag', xmlText(etag)) + tag('Size', body.length) + tag('StorageClass', 'STANDARD');
