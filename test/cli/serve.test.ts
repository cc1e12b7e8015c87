import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { createIo } from '../../bin/io.ts';
import { FolderStore } from '../../bin/local/store/folder-store.ts';
import { run } from '../../bin/program.ts';
import { generatedReports, writeDataset } from '../support/generated-dataset.ts';
import { gongkai } from './recorded.ts';

const out = mkdtempSync(join(tmpdir(), 'gongkai-serve-'));
afterAll(() => rmSync(out, { recursive: true, force: true }));

const answers = (host: string, port: number) =>
  new Promise<boolean>((done) => {
    const socket = connect({ host, port, timeout: 2_000 });
    const end = (answered: boolean) => {
      socket.destroy();
      done(answered);
    };
    socket
      .on('connect', () => end(true))
      .on('error', () => end(false))
      .on('timeout', () => end(false));
  });

it('says that another program has the port', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const address = other.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  mkdirSync(join(out, 'open'), { recursive: true });
  const taken = await gongkai(['serve', '--out', out, '--port', String(port)]);
  other.close();
  expect([taken.code, taken.out, taken.err]).toEqual([1, '', expect.stringContaining('(port_taken)')]);
  expect(taken.err).toContain(String(port));
});

it('answers this machine alone, says where, and ends when it is told to', async () => {
  await writeDataset(new FolderStore(out, { durable: 'later' }), generatedReports(2));
  let told: (text: string) => void = () => {};
  const shown = new Promise<string>((done) => {
    told = done;
  });
  const undo: (() => void | Promise<void>)[] = [];
  const argv = ['serve', '--out', out, '--port', '0', '--json'];
  const stdout = {
    write(data: string | Uint8Array, done: () => void) {
      told(String(data));
      done();
    },
  };
  const onInterrupt = (step: () => void | Promise<void>) => {
    undo.push(step);
    return () => {};
  };
  const io = createIo({ argv, env: {}, stdout, stderr: { write: () => true }, onInterrupt });
  const ended = run(argv, io);
  const { url, port } = JSON.parse(await shown);
  expect(url).toMatch(new RegExp(`^http://127\\.0\\.0\\.1:${port}/site/\\?token=[\\w-]{32}$`));
  const others = Object.values(networkInterfaces())
    .flatMap((all) => all ?? [])
    .filter(({ internal, family }) => !internal && family === 'IPv4');
  expect(await answers('127.0.0.1', port)).toBe(true);
  for (const { address } of others) expect(await answers(address, port), address).toBe(false);
  while (undo.length === 0) await new Promise((later) => setTimeout(later, 10));
  for (const step of undo) await step();
  expect(await ended).toBe(0);
}, 60_000);
