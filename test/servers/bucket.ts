import { createHash } from 'node:crypto';

/** One version of a key. */
export interface Version {
  readonly key: string;
  readonly id: string;
  readonly etag: string;
  readonly body: Uint8Array;
  readonly headers: Readonly<Record<string, string>>;
  readonly modified: Date;
  readonly deleted: boolean;
}

/** Condition of a write as S3 knows it. */
export interface WriteCondition {
  readonly ifMatch?: string | undefined;
  readonly ifNoneMatch?: string | undefined;
}

const order = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

/** A versioned bucket in memory: keys in UTF-8 order, versions newest first, delete markers. */
export class Bucket {
  private readonly versionsByKey = new Map<string, Version[]>();
  private count = 0;

  get(key: string, id?: string): Version | undefined {
    const versions = this.versionsByKey.get(key) ?? [];
    const found = id === undefined ? versions[0] : versions.find((version) => version.id === id);
    return found?.deleted ? undefined : found;
  }

  /** Whether a version is the mark of a delete. */
  isDeleteMark(key: string, id: string): boolean {
    return (this.versionsByKey.get(key) ?? []).some((version) => version.id === id && version.deleted);
  }

  /** Answers the new version, or the status that refuses it: 412, or 404 for If-Match on an absent key. */
  put(key: string, body: Uint8Array, headers: Record<string, string>, condition: WriteCondition = {}): Version | 404 | 412 {
    const current = this.get(key);
    if (condition.ifNoneMatch === '*' && current) return 412;
    if (condition.ifMatch !== undefined && !current) return 404;
    if (condition.ifMatch !== undefined && condition.ifMatch !== current?.etag) return 412;
    const etag = `"${createHash('md5').update(body).digest('hex')}"`;
    return this.add({ key, id: this.nextId(), etag, body, headers, modified: this.now(), deleted: false });
  }

  /** Answers the mark of the delete. */
  delete(key: string): Version | undefined {
    if (!this.versionsByKey.has(key)) return undefined;
    return this.add({ key, id: this.nextId(), etag: '', body: new Uint8Array(), headers: {}, modified: this.now(), deleted: true });
  }

  /** Current objects below a prefix, in order. */
  list(prefix: string): Version[] {
    return this.keys(prefix).flatMap((key) => this.get(key) ?? []);
  }

  /** Every version below a prefix: keys in order, newest version first. */
  versions(prefix: string): Version[] {
    return this.keys(prefix).flatMap((key) => this.versionsByKey.get(key) ?? []);
  }

  private keys(prefix: string): string[] {
    return [...this.versionsByKey.keys()].filter((key) => key.startsWith(prefix)).sort(order);
  }

  private add(version: Version): Version {
    this.versionsByKey.set(version.key, [version, ...(this.versionsByKey.get(version.key) ?? [])]);
    return version;
  }

  private nextId(): string {
    this.count += 1;
    return `v${String(this.count).padStart(8, '0')}`;
  }

  /** A clock that goes one second per write, so that listings are the same in every run. */
  private now(): Date {
    return new Date(Date.UTC(2026, 0, 1, 0, 0, this.count));
  }
}
