#!/usr/bin/env node
import { exit, Failure } from './failure.ts';
import { createIo } from './io.ts';
import { run } from './program.ts';

const undo = new Set<() => void | Promise<void>>();
let leaving = false;

/** End at once, but not before what was begun is undone, for five seconds at most. */
async function leave(code: number): Promise<never> {
  leaving = true;
  const undone = Promise.allSettled([...undo].map(async (step) => step()));
  await Promise.race([undone, new Promise((late) => setTimeout(late, 5_000))]);
  process.exit(code);
}

process.on('SIGINT', () => void leave(exit.interrupted));
process.on('SIGTERM', () => void leave(exit.terminated));

const io = createIo({
  argv: process.argv.slice(2),
  env: process.env,
  stdout: process.stdout,
  // While we are leaving, failures are a consequence of that and are not shown.
  stderr: { isTTY: process.stderr.isTTY, write: (text: string) => leaving || process.stderr.write(text) },
  onInterrupt: (step) => {
    undo.add(step);
    return () => void undo.delete(step);
  },
});
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // A reader that has seen enough (`| head`) is no failure.
  if (error.code === 'EPIPE') return void leave(exit.done);
  io.report(new Failure('output_failed', { reason: error.message }, { cause: error }));
  void leave(exit.failed);
});
// Where nobody reads what is said of the work, the work goes on.
process.stderr.on('error', () => {});
process.exitCode = await run(process.argv.slice(2), io);
