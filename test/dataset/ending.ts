import { existsSync } from 'node:fs';
import { Supervisor } from '../../bin/local/threads/supervisor.ts';

// A thread is ended while its last answer is on its way, and takes its time to end. It answers both jobs at once and says so
// in a file; this program takes the answers only then.
const [sign = ''] = process.argv.slice(2);
const script = `
  import { spawnSync } from 'node:child_process';
  import { writeFileSync } from 'node:fs';
  import { parentPort } from 'node:worker_threads';
  const ids = [];
  parentPort.on('message', ({ id }) => {
    if (ids.push(id) < 2) return;
    for (const one of ids) parentPort.postMessage({ id: one, fault: 'refused' });
    writeFileSync(${JSON.stringify(sign)}, '');
    spawnSync(process.execPath, ['-e', 'setTimeout(() => {}, 500)']);
  });`;
const thread = new Supervisor(new URL(`data:text/javascript,${encodeURIComponent(script)}`), '', () => () => {});
const [first, second] = [0, 1].map((id) => thread.give({ id, name: `${id}` }));
second?.catch(() => {});
while (!existsSync(sign));
try {
  await first;
} catch {
  await thread.end();
}
console.log('ended');
