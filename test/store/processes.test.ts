import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FolderStore } from '../../bin/local/store/folder-store.ts';
import { bundled, start } from '../support/script.ts';

const key = 'state/current/year=2020/region=35/350200-justice-bureau.json';

test('several processes swap one key, one is killed: no accepted write is lost or torn', async () => {
  const root = mkdtempSync(join(tmpdir(), 'gongkai-processes-'));
  const program = await bundled('test/store/adder.ts');
  const victim = start(program, [root, key, 'v', '100000']);
  const others = ['a', 'b', 'c'].map((name) => start(program, [root, key, name, '60']));
  const ended = await Promise.all(others.map((other) => other.ended));
  victim.process.kill('SIGKILL');
  const killed = await victim.ended;
  expect(killed.signal).toBe('SIGKILL');
  expect(ended.map(({ code, err }) => `${code}${err}`)).toEqual(['0', '0', '0']);
  const marks = Buffer.from((await new FolderStore(root).get(key))?.body ?? [])
    .toString()
    .trim()
    .split(' ');
  for (const { out } of [...ended, killed]) for (const accepted of out.trim().split('\n')) expect(marks).toContain(accepted);
  // A write that came so close after ours that it could not be told is refused though it stands: it may stand twice, never be lost.
  expect(new Set(marks).size).toBeGreaterThanOrEqual(180);
  rmSync(root, { recursive: true, force: true });
});
