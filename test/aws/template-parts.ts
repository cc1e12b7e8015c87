import * as z from 'zod';

// What this machine reads of a template's functions, mappings and queues, and of a function's answer.

export const functionSchema = z.object({
  Code: z.object({ S3Key: z.string() }),
  Handler: z.string(),
  MemorySize: z.number(),
  Timeout: z.number(),
  Role: z.string(),
  Environment: z.object({ Variables: z.record(z.string(), z.string()) }),
});
export const mappingSchema = z.object({ BatchSize: z.number(), EventSourceArn: z.string(), FunctionName: z.string() });
export const redriveSchema = z.object({ deadLetterTargetArn: z.string(), maxReceiveCount: z.number() });
export const answerSchema = z.object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })).default([]) });
