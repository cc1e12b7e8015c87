import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';

const answerSchema = z.looseObject({
  nextUri: z.string().optional(),
  columns: z.array(z.looseObject({ name: z.string(), type: z.string() })).optional(),
  data: z.array(z.array(z.unknown())).default([]),
  error: z.looseObject({ message: z.string(), errorName: z.string() }).optional(),
});

/** Rows of a statement. */
export interface TrinoResult {
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  readonly rows: readonly (readonly unknown[])[];
}

/** A statement Trino refuses, with its error name. */
export class TrinoError extends Error {}

const freePort = (): Promise<number> =>
  new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });

/** Where the libraries lie, as run.mjs found them. */
export interface TrinoPlace {
  readonly home: string;
  readonly version: string;
}

function configuration(plugins: string, folder: string, port: number): string {
  const settings = {
    coordinator: true,
    'node-scheduler.include-coordinator': true,
    'http-server.http.port': port,
    'discovery.uri': `http://127.0.0.1:${port}`,
    'plugin.dir': plugins,
    'catalog.config-dir': join(folder, 'catalog'),
    'query.max-memory': '500MB',
    'query.max-memory-per-node': '500MB',
  };
  return Object.entries(settings)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
}

/** One Trino with tables in memory, for the length of a test. */
export class TrinoServer {
  private readonly process: ChildProcess;
  private readonly address: string;
  private readonly output: string[] = [];

  private constructor({ home, version }: TrinoPlace, folder: string, port: number) {
    this.address = `http://127.0.0.1:${port}`;
    const defined = {
      'node.environment': 'test',
      'node.id': 'test',
      'node.data-dir': join(folder, 'data'),
      config: join(folder, 'config.properties'),
    };
    const java = [
      '--add-opens=java.base/java.nio=ALL-UNNAMED',
      '-Xmx1500M',
      ...Object.entries(defined).map(([name, value]) => `-D${name}=${value}`),
    ];
    const main = join(import.meta.dirname, 'TrinoMain.java');
    this.process = spawn('java', [...java, '-cp', join(home, 'lib', '*'), main, version], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.process.stdout, this.process.stderr])
      stream?.on('data', (chunk: Buffer) => this.output.push(chunk.toString()));
  }

  /** Start it and wait until it answers. */
  static async start(place: TrinoPlace): Promise<TrinoServer> {
    const folder = mkdtempSync(join(tmpdir(), 'gongkai-trino-'));
    const port = await freePort();
    mkdirSync(join(folder, 'catalog'));
    writeFileSync(join(folder, 'catalog', 'memory.properties'), 'connector.name=memory\n');
    writeFileSync(join(folder, 'config.properties'), configuration(join(place.home, 'plugin'), folder, port));
    const trino = new TrinoServer(place, folder, port);
    await trino.ready();
    return trino;
  }

  stop(): void {
    this.process.kill('SIGKILL');
  }

  /** Run a statement in a schema to its end. Throws TrinoError. */
  async run(schema: string, sql: string): Promise<TrinoResult> {
    const headers = { 'X-Trino-User': 'test', 'X-Trino-Catalog': 'memory', 'X-Trino-Schema': schema, 'X-Trino-Time-Zone': 'UTC' };
    const rows: unknown[][] = [];
    let columns: TrinoResult['columns'] = [];
    for (let response = await fetch(`${this.address}/v1/statement`, { method: 'POST', body: sql, headers }); ; ) {
      const answer = answerSchema.parse(await response.json());
      if (answer.error) throw new TrinoError(`${answer.error.errorName}: ${answer.error.message}`);
      rows.push(...answer.data);
      columns = answer.columns ?? columns;
      if (answer.nextUri === undefined) return { columns, rows };
      response = await fetch(answer.nextUri, { headers });
    }
  }

  private async ready(): Promise<void> {
    for (let second = 0; second < 180 && this.process.exitCode === null; second++) {
      const info = await fetch(`${this.address}/v1/info`).then(
        (answer) => answer.json(),
        () => null,
      );
      if (z.looseObject({ starting: z.literal(false) }).safeParse(info).success) return;
      await new Promise((done) => setTimeout(done, 1000));
    }
    this.stop();
    throw new Error(`Trino did not start:\n${this.output.join('').slice(-4000)}`);
  }
}
