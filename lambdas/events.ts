import * as z from 'zod';
import { type Errand, errandSchema } from '../src/dataset/errand.ts';

/** What EventBridge says of an object that was put into the raw bucket; keys arrive as they are, not URL-encoded. */
const objectEventSchema = z
  .object({
    'detail-type': z.enum(['Object Created', 'Object Deleted']),
    time: z.string(),
    detail: z.object({
      object: z.object({ key: z.string().min(1), size: z.int().min(0).default(0), 'version-id': z.string().min(1) }),
    }),
  })
  .transform(({ detail: { object }, time }) => ({ key: object.key, version: object['version-id'], bytes: object.size, received: time }));

/** Read the body of a message; one of another shape is a fault of ours and ends in the dead-letter queue. */
export const errandOf = (body: string): Errand => z.union([objectEventSchema, errandSchema]).parse(JSON.parse(body));

/** The part of a batch from SQS that handlers look at. */
export const batchSchema = z.object({
  Records: z.array(
    z.looseObject({ messageId: z.string(), body: z.string(), attributes: z.looseObject({ ApproximateReceiveCount: z.string() }) }),
  ),
});
