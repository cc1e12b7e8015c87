import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request as a test sees it; `caller` is the access key it was signed with. */
export interface Call {
  readonly operation: string;
  readonly caller: string;
  /** Bucket and key, or the queue. */
  readonly target: string;
}

/**
 * What a test may do to a request: an error answer, a cut connection, no answer at all, or doing it and losing the answer; `broken
 * off`: the answer ends within its body, `stuck`: it never ends.
 */
export type Fault = { readonly status: number; readonly code: string } | Interruption | 'answer lost';
/** How an answer does not arrive. */
export type Interruption = 'cut' | 'silence' | 'broken off' | 'stuck';

/** Asked before every request; undefined lets it pass. */
export type Faults = (call: Call) => Fault | undefined;

/** The fault for the first `times` requests of an operation (of any, when it is null). */
export function first(times: number, operation: string | null, fault: Fault): Faults {
  let left = times;
  return (call) => {
    if ((operation !== null && call.operation !== operation) || left === 0) return undefined;
    left -= 1;
    return fault;
  };
}

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** An answer, or what is left of one. */
export type Given = Answer | (Partial<Answer> & { readonly interrupted: Interruption });

/** A server on a free port of this machine. */
export class LocalServer {
  readonly calls: Call[] = [];
  faults: Faults = () => undefined;
  private readonly server: Server;

  constructor(answer: (request: IncomingMessage, body: Buffer) => Promise<Given>) {
    this.server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        answer(request, Buffer.concat(chunks)).then(
          (given) => send(request, response, given),
          (error: unknown) => send(request, response, { status: 500, body: String(error) }),
        );
      });
    });
    this.server.keepAliveTimeout = 60_000;
  }

  async start(): Promise<string> {
    await new Promise<void>((done) => this.server.listen(0, '127.0.0.1', done));
    return this.address;
  }

  get address(): string {
    const { port } = this.server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  /** Note a call, and answer it as the test wants: refused, interrupted, or as it should be. */
  protected async respond(
    call: Call,
    perform: () => Answer | Promise<Answer>,
    refuse: (status: number, code: string) => Answer,
  ): Promise<Given> {
    this.calls.push(call);
    const fault = this.faults(call);
    if (fault === undefined) return perform();
    if (fault === 'cut' || fault === 'silence') return { interrupted: fault };
    if (typeof fault === 'object') return refuse(fault.status, fault.code);
    const answer = await perform();
    return fault === 'answer lost' ? { interrupted: 'cut' } : { ...answer, interrupted: fault };
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }
}

function send(request: IncomingMessage, response: ServerResponse, answer: Given): void {
  const { status = 200, headers, body = '' } = answer;
  const interrupted = 'interrupted' in answer ? answer.interrupted : null;
  if (interrupted === 'silence') return;
  if (interrupted === 'cut') {
    request.socket.destroy();
    return;
  }
  response.writeHead(status, { 'content-length': Buffer.byteLength(body), ...headers });
  if (interrupted === null) response.end(request.method === 'HEAD' ? undefined : body);
  else response.write(body.slice(0, body.length / 2), () => interrupted === 'broken off' && request.socket.destroy());
}

/** The access key in the signature of a request. */
export const callerOf = (request: IncomingMessage): string => /Credential=([^/]+)\//.exec(request.headers.authorization ?? '')?.[1] ?? '';
