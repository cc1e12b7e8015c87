import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as z from 'zod';

const answerSchema = z.looseObject({
  nextUri: z.string().optional(),
  columns: z.array(z.looseObject({ name: z.string(), type: z.string() })).optional(),
  data: z.array(z.array(z.unknown())).default([]),
  error: z.looseObject({ message: z.string(), errorName: z.string() }).optional(),
  stats: z.looseObject({ processedBytes: z.number().default(0), completedSplits: z.number().default(0) }).optional(),
});

/** Rows of a statement, and how many splits were read for them. */
export interface TrinoResult {
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  readonly rows: readonly (readonly unknown[])[];
  readonly splits: number;
}

/** A statement Trino refuses, with its error name. */
export class TrinoError extends Error {}

/** Unpack the archive once; answers the folder of the server. */
function unpacked(archive: string): string {
  const folder = join(dirname(archive), 'unpacked');
  const server = join(folder, 'trino-server-435');
  if (!existsSync(join(server, 'lib'))) {
    mkdirSync(folder, { recursive: true });
    execFileSync('tar', ['xzf', archive, '-C', folder, 'trino-server-435/lib', 'trino-server-435/plugin/hive']);
  }
  return server;
}

const freePort = (): Promise<number> =>
  new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });

/** One Trino with the Hive connector on a metastore in a folder, for the length of a test. */
export class TrinoServer {
  private readonly process: ChildProcess;
  private readonly address: string;
  private readonly output: string[] = [];

  private constructor(server: string, home: string, port: number) {
    this.address = `http://127.0.0.1:${port}`;
    const settings = {
      'node.environment': 'test',
      'node.id': 'test',
      'node.data-dir': join(home, 'data'),
      config: join(home, 'config.properties'),
    };
    const defined = Object.entries(settings).map(([name, value]) => `-D${name}=${value}`);
    const opened = ['--add-opens=java.base/java.nio=ALL-UNNAMED', '-Djdk.attach.allowAttachSelf=true'];
    const java = [...opened, '-Xmx1500M', ...defined, '-cp', join(server, 'lib', '*'), 'io.trino.server.TrinoServer'];
    this.process = spawn('java', java, { cwd: home, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [this.process.stdout, this.process.stderr])
      stream?.on('data', (chunk: Buffer) => this.output.push(chunk.toString()));
  }

  /** Start it and wait until it answers. */
  static async start(archive: string): Promise<TrinoServer> {
    const server = unpacked(archive);
    const home = mkdtempSync(join(tmpdir(), 'gongkai-trino-'));
    const port = await freePort();
    mkdirSync(join(home, 'plugin'));
    mkdirSync(join(home, 'etc', 'catalog'), { recursive: true });
    symlinkSync(join(server, 'plugin', 'hive'), join(home, 'plugin', 'hive'));
    const properties = (...lines: string[]) => `${lines.join('\n')}\n`;
    writeFileSync(
      join(home, 'config.properties'),
      properties(
        'coordinator=true',
        'node-scheduler.include-coordinator=true',
        `http-server.http.port=${port}`,
        `discovery.uri=http://127.0.0.1:${port}`,
        `plugin.dir=${join(home, 'plugin')}`,
        `catalog.config-dir=${join(home, 'etc', 'catalog')}`,
        'query.max-memory=500MB',
        'query.max-memory-per-node=500MB',
      ),
    );
    writeFileSync(
      join(home, 'etc', 'catalog', 'hive.properties'),
      properties(
        'connector.name=hive',
        'hive.metastore=file',
        `hive.metastore.catalog.dir=file://${join(home, 'metastore')}`,
        'hive.metastore.user=test',
        'hive.partition-projection-enabled=true',
        'hive.security=allow-all',
      ),
    );
    const trino = new TrinoServer(server, home, port);
    await trino.ready();
    return trino;
  }

  stop(): void {
    this.process.kill('SIGKILL');
  }

  /** Run a statement to its end. Throws TrinoError. */
  async run(sql: string): Promise<TrinoResult> {
    const headers = { 'X-Trino-User': 'test', 'X-Trino-Catalog': 'hive', 'X-Trino-Schema': 'gongkai', 'X-Trino-Time-Zone': 'UTC' };
    let response = await fetch(`${this.address}/v1/statement`, { method: 'POST', body: sql, headers });
    const rows: unknown[][] = [];
    let columns: TrinoResult['columns'] = [];
    for (let splits = 0; ; ) {
      const answer = answerSchema.parse(await response.json());
      if (answer.error) throw new TrinoError(`${answer.error.errorName}: ${answer.error.message}`);
      rows.push(...answer.data);
      columns = answer.columns ?? columns;
      splits = Math.max(splits, answer.stats?.completedSplits ?? 0);
      if (answer.nextUri === undefined) return { columns, rows, splits };
      response = await fetch(answer.nextUri, { headers });
    }
  }

  private async ready(): Promise<void> {
    for (let second = 0; second < 180; second++) {
      if (this.process.exitCode !== null) break;
      const info = await fetch(`${this.address}/v1/info`).then(
        (answer) => answer.json(),
        () => null,
      );
      if (z.object({ starting: z.literal(false) }).safeParse(info).success) return;
      await new Promise((done) => setTimeout(done, 1000));
    }
    this.stop();
    throw new Error(`Trino did not start:\n${this.output.join('').slice(-4000)}`);
  }
}
