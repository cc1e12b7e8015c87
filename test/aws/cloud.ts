import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Version } from '../servers/bucket.ts';
import { type Invocation, LambdaFunction } from '../servers/lambda.ts';
import { S3Server } from '../servers/s3.ts';
import { type Message, SqsServer } from '../servers/sqs.ts';
import { eventBridgeEvent, matches } from './event-bridge.ts';
import { judgeOf } from './iam.ts';
import { account, type CloudTemplate, ofType, region, resolve } from './resolve.ts';
import { answerSchema, functionSchema, mappingSchema, redriveSchema } from './template-parts.ts';

const last = (arn: string): string => arn.split(/[:/]/).at(-1) ?? '';

/** How messages are handed out. */
export interface Delivery {
  /** The next message to hand out, as an index into the queue; the first when absent. */
  readonly pick?: (queued: number) => number;
  /** Messages that are handed out once more although they were worked off. */
  readonly twice?: (message: Message) => boolean;
}

/** A synthesized stack, run on this machine: its buckets, queues, rules, roles and functions, by what the template says. */
export class Cloud {
  readonly s3 = new S3Server();
  readonly sqs = new SqsServer();
  readonly functions = new Map<string, LambdaFunction>();
  private readonly template: CloudTemplate;
  private readonly assembly: string;

  /** @param assembly folder with the assets the template names */
  constructor(template: CloudTemplate, assembly: string) {
    this.template = template;
    this.assembly = assembly;
  }

  async start(): Promise<void> {
    await Promise.all([this.s3.start(), this.sqs.start()]);
    for (const [id] of ofType(this.template, 'AWS::S3::Bucket')) this.s3.bucket(id);
    for (const [id] of ofType(this.template, 'AWS::SQS::Queue')) this.sqs.queue(id);
    const judge = judgeOf(this.template);
    this.s3.authorize = (role, action, resource, context) => judge(role, { action, resource: `arn:aws:s3:::${resource}`, context });
    this.sqs.authorize = (role, action, queue) => judge(role, { action, resource: `arn:aws:sqs:${region}:${account}:${queue}` });
    this.s3.created = (bucket, version) => this.route(bucket, version);
    for (const [id, { Properties }] of ofType(this.template, 'AWS::Lambda::Function')) await this.add(id, Properties);
  }

  async stop(): Promise<void> {
    await Promise.all([...this.functions.values()].map((fn) => fn.stop()));
    await Promise.all([this.s3.stop(), this.sqs.stop()]);
  }

  /** Full id of a resource from the start of its id. */
  id(type: string, start: string): string {
    const found = ofType(this.template, type)
      .map(([id]) => id)
      .filter((id) => new RegExp(`^${start}[0-9A-F]{8}$`).test(id));
    if (found.length !== 1 || !found[0]) throw new Error(`${found.length} resources ${type} ${start}`);
    return found[0];
  }

  bucket(start: string) {
    return this.s3.bucket(this.id('AWS::S3::Bucket', start));
  }

  queue(start: string): Message[] {
    return this.sqs.queue(this.id('AWS::SQS::Queue', start));
  }

  /** Put a file into the raw bucket, as a person does. */
  drop(key: string, body: Uint8Array, headers: Record<string, string> = {}): Version {
    const bucket = this.id('AWS::S3::Bucket', 'StorageRaw');
    const version = this.s3.bucket(bucket).put(key, body, headers);
    if (typeof version === 'number') throw new Error(`refused with ${version}`);
    this.route(bucket, version);
    return version;
  }

  /** Delete a file of the raw bucket, as a person does. */
  remove(key: string): void {
    const bucket = this.id('AWS::S3::Bucket', 'StorageRaw');
    const marker = this.s3.bucket(bucket).delete(key);
    if (marker) this.route(bucket, marker);
  }

  /** The environment the template gives to a function. */
  settings(start: string): Readonly<Record<string, string>> {
    const properties = resolve(this.template, this.template.Resources[this.id('AWS::Lambda::Function', start)]?.Properties);
    return functionSchema.parse(properties).Environment.Variables;
  }

  /** Call a function without a queue, as a schedule or a person does; `timeout`: seconds, in place of what the template gives it. */
  async invoke(start: string, event: unknown, timeout?: number): Promise<Invocation> {
    const fn = this.functions.get(this.id('AWS::Lambda::Function', start));
    return fn ? fn.invoke(event, timeout) : { ok: false, errorType: 'ResourceNotFound', errorMessage: start };
  }

  /** What a function wrote to its log so far. */
  logged(start: string): readonly string[] {
    return this.functions.get(this.id('AWS::Lambda::Function', start))?.output ?? [];
  }

  /** Hand out messages of every mapped queue until all are empty: worked off or in a dead-letter queue. */
  async settle(delivery: Delivery = {}): Promise<void> {
    const mappings = ofType(this.template, 'AWS::Lambda::EventSourceMapping').map(([, { Properties }]) =>
      mappingSchema.parse(resolve(this.template, Properties)),
    );
    for (let busy = true; busy; ) {
      busy = false;
      for (const { EventSourceArn, FunctionName, BatchSize } of mappings) {
        const queue = last(EventSourceArn);
        if (this.sqs.queue(queue).length === 0) continue;
        busy = true;
        await this.work(queue, FunctionName, BatchSize, delivery);
      }
    }
  }

  private async work(queue: string, fn: string, size: number, { pick = () => 0, twice = () => false }: Delivery): Promise<void> {
    const queued = this.sqs.queue(queue);
    const batch: Message[] = [];
    while (batch.length < size && queued.length > 0) {
      const [message] = queued.splice(pick(queued.length), 1);
      if (message) batch.push({ ...message, receives: message.receives + 1 });
    }
    const outcome = await this.functions.get(fn)?.invoke({ Records: batch.map((message) => record(queue, message)) });
    const failed = outcome?.ok
      ? answerSchema.parse(outcome.response ?? {}).batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)
      : batch.map(({ id }) => id);
    const again = batch.filter((message) => failed.includes(message.id) || (message.receives === 1 && twice(message)));
    const { maxReceiveCount, deadLetterTargetArn } = redriveSchema.parse(
      resolve(this.template, this.template.Resources[queue]?.Properties.RedrivePolicy),
    );
    for (const message of again) (message.receives >= maxReceiveCount ? this.sqs.queue(last(deadLetterTargetArn)) : queued).push(message);
  }

  /** What EventBridge does with an event of S3: put it on the queue of every rule that matches. */
  private route(bucket: string, version: Version): void {
    const event = eventBridgeEvent(bucket, version);
    for (const [, { Properties }] of ofType(this.template, 'AWS::Events::Rule')) {
      const { EventPattern, Targets } = Object(resolve(this.template, Properties));
      if (!EventPattern || !matches(EventPattern, event)) continue;
      for (const { Arn } of Targets) this.sqs.push(last(Arn), JSON.stringify(event));
    }
  }

  private async add(id: string, properties: unknown): Promise<void> {
    const settings = functionSchema.parse(resolve(this.template, properties, (queue) => this.sqs.url(queue)));
    const fn = new LambdaFunction({
      taskRoot: join(this.assembly, `asset.${settings.Code.S3Key.replace('.zip', '')}`),
      handler: settings.Handler,
      memory: settings.MemorySize,
      timeout: settings.Timeout,
      environment: {
        ...settings.Environment.Variables,
        AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
        AWS_REGION: region,
        AWS_ACCESS_KEY_ID: last(settings.Role),
        AWS_SECRET_ACCESS_KEY: 'secret',
        AWS_LAMBDA_FUNCTION_NAME: id,
        AWS_ENDPOINT_URL_S3: this.s3.address,
        AWS_ENDPOINT_URL_SQS: this.sqs.address,
      },
    });
    await fn.start();
    this.functions.set(id, fn);
  }
}

const record = (queue: string, { id, body, receives }: Message) => ({
  messageId: id,
  receiptHandle: randomUUID(),
  body,
  attributes: { ApproximateReceiveCount: String(receives), SentTimestamp: '1', SenderId: 'x', ApproximateFirstReceiveTimestamp: '1' },
  messageAttributes: {},
  md5OfBody: '',
  eventSource: 'aws:sqs',
  eventSourceARN: `arn:aws:sqs:${region}:${account}:${queue}`,
  awsRegion: region,
});
