import { randomUUID } from 'node:crypto';
import type { Version } from '../servers/bucket.ts';
import { account, region } from './resolve.ts';

/** The event S3 sends to EventBridge for a new object or a delete. */
export const eventBridgeEvent = (bucket: string, { key, id, etag, body, modified, deleted }: Version) => ({
  version: '0',
  id: randomUUID(),
  'detail-type': deleted ? 'Object Deleted' : 'Object Created',
  source: 'aws.s3',
  account,
  time: modified.toISOString().replace('.000', ''),
  region,
  resources: [`arn:aws:s3:::${bucket}`],
  detail: {
    version: '0',
    bucket: { name: bucket },
    object: deleted
      ? { key, etag: '', 'version-id': id, sequencer: id.slice(1) }
      : { key, size: body.length, etag: etag.replaceAll('"', ''), 'version-id': id, sequencer: id.slice(1) },
    'request-id': 'C3D13FE58DE4C810',
    requester: account,
    'source-ip-address': '192.0.2.1',
    ...(deleted ? { reason: 'DeleteObject', 'deletion-type': 'Delete Marker Created' } : { reason: 'PutObject' }),
  },
});

/** Whether an event fits a pattern: lists of exact values, or of `{ suffix }` and `{ prefix }`; other matchers throw. */
export function matches(pattern: unknown, event: unknown): boolean {
  if (Array.isArray(pattern)) return pattern.some((wanted) => fits(wanted, event));
  return Object.entries(Object(pattern)).every(([name, inner]) => matches(inner, Object(event)[name]));
}

function fits(wanted: unknown, value: unknown): boolean {
  if (typeof wanted !== 'object' || wanted === null) return wanted === value;
  const [matcher = '', text] = Object.entries(wanted)[0] ?? [];
  if (matcher === 'suffix') return String(value).endsWith(String(text));
  if (matcher === 'prefix') return String(value).startsWith(String(text));
  throw new Error(`no rule for the event pattern ${matcher}`);
}
