import type { IncomingMessage } from 'node:http';
import { crc32 } from 'node:zlib';
import { Bucket, type Version } from './bucket.ts';
import { type Answer, type Call, callerOf, type Given, LocalServer } from './http.ts';
import { listAnswer, versionsAnswer } from './s3-listings.ts';

/** May this caller do this action on this resource (`bucket` or `bucket/key`)? */
export type Authorize = (caller: string, action: string, resource: string, context: Record<string, string>) => boolean;

/** Told of every new object version: what S3 sends to EventBridge. */
export type Created = (bucket: string, version: Version) => void;

const failed = (status: number, code: string): Answer => ({
  status,
  headers: { 'content-type': 'application/xml' },
  body: `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${code}</Message><RequestId>test</RequestId></Error>`,
});

interface Request {
  readonly http: IncomingMessage;
  readonly method: string;
  readonly bucket: string;
  readonly key: string;
  readonly query: URLSearchParams;
  readonly body: Buffer;
  readonly caller: string;
}

/**
 * S3 over HTTP, as far as the product uses it, with its refusals: 403, 404, 409, 412, 416, listing pages, versions,
 * conditional writes, checksums. Requests it does not know are answered 501, never half understood.
 */
export class S3Server extends LocalServer {
  readonly buckets = new Map<string, Bucket>();
  authorize: Authorize = () => true;
  created: Created = () => undefined;
  /** Entries of a listing page; small in tests, to have pages. */
  pageSize = 1000;

  constructor() {
    super((http, body) => this.answer(http, body));
  }

  bucket(name: string): Bucket {
    const bucket = this.buckets.get(name) ?? new Bucket();
    this.buckets.set(name, bucket);
    return bucket;
  }

  private async answer(http: IncomingMessage, body: Buffer): Promise<Given> {
    const url = new URL(http.url ?? '/', 'http://s3');
    const [, bucket = '', ...rest] = url.pathname.split('/').map(decodeURIComponent);
    const request = { http, body, bucket, key: rest.join('/'), query: url.searchParams, method: http.method ?? '', caller: callerOf(http) };
    const call: Call = { operation: operationOf(request), caller: request.caller, target: `${bucket}/${request.key}` };
    return this.respond(call, () => this.perform(call.operation, request), failed);
  }

  private perform(operation: string, request: Request): Answer {
    const bucket = this.buckets.get(request.bucket);
    if (!bucket) return failed(404, 'NoSuchBucket');
    if (operation === 'PutObject') return this.put(bucket, request);
    if (operation === 'GetObject' || operation === 'HeadObject') return this.get(bucket, request);
    if (operation === 'DeleteObject') return this.delete(bucket, request);
    if (operation !== 'ListObjectsV2' && operation !== 'ListObjectVersions') return failed(501, 'NotImplemented');
    const action = operation === 'ListObjectsV2' ? 's3:ListBucket' : 's3:ListBucketVersions';
    const context = { 's3:prefix': request.query.get('prefix') ?? '' };
    if (!this.authorize(request.caller, action, request.bucket, context)) return failed(403, 'AccessDenied');
    const page = { bucket: request.bucket, query: request.query, pageSize: this.pageSize };
    return operation === 'ListObjectsV2' ? listAnswer(bucket, page) : versionsAnswer(bucket, page);
  }

  private may({ caller, bucket, key, http }: Request, action: string): boolean {
    const once = http.headers['if-none-match'];
    return this.authorize(caller, action, `${bucket}/${key}`, once === undefined ? {} : { 's3:if-none-match': once });
  }

  private put(bucket: Bucket, request: Request): Answer {
    const { headers } = request.http;
    const ifMatch = headers['if-match'];
    // S3 asks for the right to read, too, before it compares.
    if (!this.may(request, 's3:PutObject') || (ifMatch !== undefined && !this.may(request, 's3:GetObject')))
      return failed(403, 'AccessDenied');
    if (headers['content-encoding']?.includes('aws-chunked')) return failed(501, 'NotImplemented');
    const checksum = headers['x-amz-checksum-crc32'];
    if (checksum !== undefined && checksum !== crc32Of(request.body)) return failed(400, 'BadDigest');
    const version = bucket.put(request.key, request.body, keptHeaders(request.http), { ifMatch, ifNoneMatch: headers['if-none-match'] });
    if (version === 404) return failed(404, 'NoSuchKey');
    if (version === 412) return failed(412, 'PreconditionFailed');
    this.created(request.bucket, version);
    return { status: 200, headers: { etag: version.etag, 'x-amz-version-id': version.id } };
  }

  private get(bucket: Bucket, request: Request): Answer {
    const id = request.query.get('versionId') ?? undefined;
    if (!this.may(request, id === undefined ? 's3:GetObject' : 's3:GetObjectVersion')) return failed(403, 'AccessDenied');
    if (id !== undefined && bucket.isDeleteMark(request.key, id)) return failed(405, 'MethodNotAllowed');
    const version = bucket.get(request.key, id);
    // Who may not list must not learn which keys are absent.
    if (!version && !this.authorize(request.caller, 's3:ListBucket', request.bucket, {})) return failed(403, 'AccessDenied');
    if (!version) return failed(404, id === undefined ? 'NoSuchKey' : 'NoSuchVersion');
    return ranged(version, request.http.headers.range);
  }

  private delete(bucket: Bucket, request: Request): Answer {
    if (request.query.has('versionId')) return failed(501, 'NotImplemented');
    if (!this.may(request, 's3:DeleteObject')) return failed(403, 'AccessDenied');
    bucket.delete(request.key);
    return { status: 204 };
  }
}

function operationOf({ method, key, query }: Request): string {
  if (key !== '' && query.get('x-id') !== null && query.get('x-id') !== undefined) return query.get('x-id') ?? '';
  if (key !== '') return { GET: 'GetObject', HEAD: 'HeadObject', PUT: 'PutObject', DELETE: 'DeleteObject' }[method] ?? method;
  if (query.has('versions')) return 'ListObjectVersions';
  return query.get('list-type') === '2' ? 'ListObjectsV2' : `${method} bucket`;
}

const crc32Of = (body: Uint8Array): string => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(crc32(body));
  return bytes.toString('base64');
};

const keptHeaders = ({ headers }: IncomingMessage): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      typeof value === 'string' && (name.startsWith('x-amz-meta-') || /^(content-type|content-encoding|cache-control)$/.test(name))
        ? [[name, value]]
        : [],
    ),
  );

function ranged({ body, etag, id, headers, modified }: Version, range: string | undefined): Answer {
  const common = { ...headers, etag, 'x-amz-version-id': id, 'last-modified': modified.toUTCString(), 'accept-ranges': 'bytes' };
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(range ?? '') ?? [];
  if (from === '' && to === '') return { status: 200, headers: common, body };
  const first = from === '' ? Math.max(0, body.length - Number(to)) : Number(from);
  const last = from === '' || to === '' ? body.length - 1 : Math.min(Number(to), body.length - 1);
  if (first >= body.length || first > last) return failed(416, 'InvalidRange');
  return {
    status: 206,
    headers: { ...common, 'content-range': `bytes ${first}-${last}/${body.length}` },
    body: body.subarray(first, last + 1),
  };
}
