import { SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { SqsQueue } from '../../lambdas/adapters/sqs-queue.ts';
import { first } from '../servers/http.ts';
import { SqsServer } from '../servers/sqs.ts';

const server = new SqsServer();
let queue: SqsQueue;

beforeAll(async () => {
  const endpoint = await server.start();
  const credentials = { accessKeyId: 'parse', secretAccessKey: 'x' };
  queue = new SqsQueue(new SQSClient({ endpoint, region: 'us-east-1', credentials, maxAttempts: 2 }), server.url('compact'));
});
beforeEach(() => {
  server.queues.clear();
  server.queue('compact');
  server.faults = () => undefined;
  server.entryFaults = () => undefined;
  server.calls.length = 0;
});
afterAll(() => server.stop());

const numbers = (count: number) => Array.from({ length: count }, (_, n) => ({ n }));
const received = () => server.queue('compact').map(({ body }) => JSON.parse(body).n);

test('messages go ten in a request, none is lost at the end', async () => {
  expect(await queue.send(numbers(23))).toBe(23);
  expect(received()).toEqual(numbers(23).map(({ n }) => n));
  expect(server.calls.length).toBe(3);
  expect(await queue.send([])).toBe(0);
  expect(server.calls.length).toBe(3);
});

test('what failed of a batch is sent again, and only that', async () => {
  let left = 3;
  server.entryFaults = (body) => (/[247]/.test(body) && left-- > 0 ? { code: 'InternalError', senderFault: false } : undefined);
  expect(await queue.send(numbers(10))).toBe(10);
  expect(received().sort((a, b) => a - b)).toEqual(numbers(10).map(({ n }) => n));
});

test('what fails again and again is given up after five rounds, each a while after the one before', async () => {
  server.entryFaults = () => ({ code: 'InternalError', senderFault: false });
  const began = performance.now();
  await expect(queue.send(numbers(1))).rejects.toThrow(/compact: 1 messages refused, the first with InternalError/);
  expect(server.calls.length).toBe(5);
  // 0.2, 0.4, 0.8 and 1.6 seconds.
  expect(performance.now() - began).toBeGreaterThan(2_900);
});

test('a message that SQS will never take is an error with its reason', async () => {
  server.entryFaults = () => ({ code: 'InvalidMessageContents', senderFault: true });
  await expect(queue.send(numbers(2))).rejects.toThrow(/compact: 2 messages refused, the first with InvalidMessageContents/);
  expect(server.calls.length).toBe(1);
});

test('throttling is tried again by the SDK', async () => {
  server.faults = first(1, null, { status: 503, code: 'ThrottlingException' });
  expect(await queue.send(numbers(1))).toBe(1);
  expect(received()).toEqual([0]);
});
