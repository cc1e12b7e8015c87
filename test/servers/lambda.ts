import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { packageRoot } from '../../bin/local/package-root.ts';
import { type Answer, LocalServer } from './http.ts';

export interface LambdaSettings {
  /** Folder of the bundle. */
  readonly taskRoot: string;
  /** `index.handler`. */
  readonly handler: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly memory: number;
  /** Seconds. */
  readonly timeout: number;
}

/** What came of an invocation. */
export type Invocation =
  | { readonly ok: true; readonly response: unknown }
  | { readonly ok: false; readonly errorType: string; readonly errorMessage: string };

interface Pending {
  readonly id: string;
  readonly event: unknown;
  /** Seconds. */
  readonly timeout: number;
  readonly done: (outcome: Invocation) => void;
}

/**
 * One function as Lambda runs it: a process of its own that asks the Runtime API for events. It is started with the first
 * event, kept warm, killed when it takes too long, and started anew after it died.
 */
export class LambdaFunction extends LocalServer {
  /** What the function wrote, line by line. */
  readonly output: string[] = [];
  private readonly settings: LambdaSettings;
  private readonly waiting: Pending[] = [];
  private current: Pending | undefined;
  private asking: ((answer: Answer) => void) | undefined;
  private process: ChildProcess | undefined;

  constructor(settings: LambdaSettings) {
    super((http, body) => this.answer(http, body));
    this.settings = settings;
  }

  /** Run the handler on an event, with so many seconds; never rejects. */
  invoke(event: unknown, timeout = this.settings.timeout): Promise<Invocation> {
    return new Promise((done) => {
      this.waiting.push({ id: randomUUID(), event, timeout, done });
      this.process ??= this.launch();
      this.handOut();
    });
  }

  override async stop(): Promise<void> {
    this.process?.removeAllListeners('exit');
    this.process?.kill('SIGKILL');
    await super.stop();
  }

  private launch(): ChildProcess {
    const { taskRoot, handler, environment, memory } = this.settings;
    const child = spawn(
      process.execPath,
      [`--max-old-space-size=${Math.floor(memory * 0.9)}`, join(packageRoot(), 'test', 'servers', 'runtime.mjs')],
      {
        env: {
          AWS_LAMBDA_RUNTIME_API: this.address.replace('http://', ''),
          AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(memory),
          AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
          AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
          LAMBDA_TASK_ROOT: taskRoot,
          _HANDLER: handler,
          TZ: ':UTC',
          ...environment,
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    const note = (chunk: Buffer) => this.output.push(...chunk.toString().split('\n').filter(Boolean));
    child.stdout.on('data', note);
    child.stderr.on('data', note);
    child.on('exit', (code, signal) => this.died(child, signal === 'SIGKILL' ? 'Sandbox.Timedout' : `Runtime.ExitError ${code ?? signal}`));
    return child;
  }

  private died(child: ChildProcess, why: string): void {
    if (this.process !== child) return;
    this.process = undefined;
    this.asking = undefined;
    this.finish({ ok: false, errorType: why, errorMessage: 'the process ended' });
    if (this.waiting.length > 0) this.process = this.launch();
  }

  private handOut(): void {
    if (!this.asking || this.current) return;
    const next = this.waiting.shift();
    if (!next) return;
    const answer = this.asking;
    this.asking = undefined;
    const { timeout } = next;
    const timer = setTimeout(() => this.process?.kill('SIGKILL'), timeout * 1000);
    const done = (outcome: Invocation) => {
      clearTimeout(timer);
      next.done(outcome);
    };
    this.current = { ...next, done };
    answer({
      status: 200,
      headers: { 'lambda-runtime-aws-request-id': next.id, 'lambda-runtime-deadline-ms': String(Date.now() + timeout * 1000) },
      body: JSON.stringify(next.event),
    });
  }

  private finish(outcome: Invocation): void {
    const { current } = this;
    this.current = undefined;
    current?.done(outcome);
  }

  private answer(http: IncomingMessage, body: Buffer): Promise<Answer> {
    const path = http.url?.replace('/2018-06-01/runtime/', '') ?? '';
    if (path === 'invocation/next') {
      return new Promise((answer) => {
        this.asking = answer;
        this.handOut();
      });
    }
    const said = JSON.parse(body.toString() || 'null');
    if (path.endsWith('/response')) this.finish({ ok: true, response: said });
    else this.finish({ ok: false, errorType: said.errorType, errorMessage: [said.errorMessage, ...(said.trace ?? [])].join('\n') });
    return Promise.resolve({ status: 202 });
  }
}
