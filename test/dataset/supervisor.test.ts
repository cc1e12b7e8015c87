import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporary } from '../support/folders.ts';
import { bundled, start } from '../support/script.ts';

test('a thread that still answers while it is being ended does not take the program with it before it has said why', async () => {
  const program = await bundled(join(import.meta.dirname, 'ending.ts'));
  const { code, out, err } = await start(program, [join(temporary(), 'answered')]).ended;
  expect({ code, out, err }).toEqual({ code: 0, out: 'ended\n', err: '' });
});
