import * as z from 'zod';

/** What EventBridge says of an object that was put into the raw bucket; keys arrive as they are, not URL-encoded. */
const objectCreatedSchema = z
  .object({
    'detail-type': z.literal('Object Created'),
    detail: z.object({
      object: z.object({ key: z.string().min(1), size: z.int().min(0).default(0), 'version-id': z.string().min(1) }),
    }),
  })
  .transform(({ detail: { object } }) => ({ key: object.key, version: object['version-id'], bytes: object.size }));

/** What archives, reconcile and replay send: the same, without the wrapping. */
const errandSchema = z.object({
  key: z.string().min(1),
  version: z.string().min(1),
  /** Path inside the archive that the object is. */
  member: z.string().min(1).optional(),
  /** Size of the object, where known. */
  bytes: z.int().min(0).default(0),
});

/** One message of the ingest or backfill queue: an object version to take in. */
export type Errand = z.infer<typeof errandSchema>;

/** Read the body of a message; a message of another shape is a fault of ours and ends in the dead-letter queue. */
export const errandOf = (body: string): Errand => z.union([objectCreatedSchema, errandSchema]).parse(JSON.parse(body));

/** The part of a message from SQS that handlers look at. */
export const recordSchema = z.looseObject({
  messageId: z.string(),
  body: z.string(),
  attributes: z.looseObject({ ApproximateReceiveCount: z.coerce.number() }),
});

/** A batch from SQS. */
export const batchSchema = z.looseObject({ Records: z.array(recordSchema) });
