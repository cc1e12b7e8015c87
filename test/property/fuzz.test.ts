import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';

// Hostile documents and 5,000 mutated ones: no crash, no hang, bounded memory, always a report object.
// 100,000 by `npm run fuzz:texts`.

const root = join(import.meta.dirname, '..', '..');

it('gives a report object for every document, whatever happened to it', { timeout: 600_000 }, async () => {
  const fuzz = spawn(process.execPath, ['bench/run.mjs', 'fuzz-texts', '5000', '--longest', '120'], { cwd: root });
  let said = '';
  for (const stream of [fuzz.stdout, fuzz.stderr]) stream.on('data', (data) => (said += data));
  const code = await new Promise((resolve) => fuzz.on('close', resolve));
  expect(said).toMatch(/hostile and 5000 mutated documents in \d+ s: .*, 0 faults\n$/);
  expect(code).toBe(0);
});
