import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request as a test sees it; `caller` is the access key it was signed with. */
export interface Call {
  readonly operation: string;
  readonly caller: string;
  /** Bucket and key, or the queue. */
  readonly target: string;
}

/** What a test may do to a request: an error answer, a cut connection, or doing it and losing the answer. */
export type Fault = { readonly status: number; readonly code: string } | 'cut' | 'answer lost';

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

/** A server on a free port of this machine. */
export class LocalServer {
  readonly calls: Call[] = [];
  faults: Faults = () => undefined;
  private readonly server: Server;

  constructor(answer: (request: IncomingMessage, body: Buffer) => Promise<Answer | 'cut'>) {
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

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }
}

function send(request: IncomingMessage, response: ServerResponse, answer: Answer | 'cut'): void {
  if (answer === 'cut') {
    request.socket.destroy();
    return;
  }
  const body = answer.body ?? '';
  response.writeHead(answer.status, { 'content-length': Buffer.byteLength(body), ...answer.headers });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** The access key in the signature of a request. */
export const callerOf = (request: IncomingMessage): string => /Credential=([^/]+)\//.exec(request.headers.authorization ?? '')?.[1] ?? '';
