import * as z from '../schemas/zod.ts';
import { type IntakeMessage, intakeMessageSchema } from '../src/dataset/intake/message.ts';

/** What EventBridge says of an object that was put into the raw bucket; keys arrive as they are, not URL-encoded. */
const objectEventSchema = z.object({
  'detail-type': z.enum(['Object Created', 'Object Deleted']),
  time: z.string(),
  detail: z.object({
    object: z.object({
      key: z.string().check(z.minLength(1)),
      size: z._default(z.int().check(z.minimum(0)), 0),
      'version-id': z.string().check(z.minLength(1)),
    }),
  }),
});
const messageSchema = z.union([objectEventSchema, intakeMessageSchema]);

/** Read the body of a message; one of another shape is a fault of ours and ends in the dead-letter queue. */
export function intakeMessageOf(body: string): IntakeMessage {
  const message = messageSchema.parse(JSON.parse(body));
  if (!('detail' in message)) return message;
  const { key, size, 'version-id': version } = message.detail.object;
  return { key, version, bytes: size, received: message.time };
}

/** The part of a batch from SQS that handlers look at. */
export const batchSchema = z.object({
  Records: z.array(
    z.looseObject({ messageId: z.string(), body: z.string(), attributes: z.looseObject({ ApproximateReceiveCount: z.string() }) }),
  ),
});
