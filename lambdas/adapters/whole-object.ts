import { Readable } from 'node:stream';
import type { GetObjectCommandOutput } from '@aws-sdk/client-s3';

/** Times an object is asked for whose body breaks off. */
const tries = 3;

/** An answer of S3, and its body read to the end; null where it is larger than was asked for. */
interface Whole {
  readonly found: GetObjectCommandOutput;
  readonly body: Uint8Array | null;
}

/** Hang up on a body that is not read. */
const destroy = (body: unknown): void => {
  if (body instanceof Readable) body.destroy();
};

/** Get an object to its end. The SDK tries again what fails before an answer; a connection lost within one is asked for again here. */
export async function wholeObject(ask: () => Promise<GetObjectCommandOutput>, mostBytes = Number.POSITIVE_INFINITY): Promise<Whole> {
  for (let attempt = 1; ; attempt++) {
    const found = await ask();
    if ((found.ContentLength ?? 0) > mostBytes) {
      destroy(found.Body);
      return { found, body: null };
    }
    try {
      return { found, body: (await found.Body?.transformToByteArray()) ?? new Uint8Array() };
    } catch (error) {
      if (attempt === tries) throw error;
    }
  }
}
