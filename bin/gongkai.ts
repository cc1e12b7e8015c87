#!/usr/bin/env node
import { createIo } from './io.ts';
import { run } from './program.ts';

// A reader that has seen enough (`| head`) is no failure.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
}

const undo = new Set<() => void | Promise<void>>();
process.on('SIGINT', async () => {
  await Promise.race([Promise.allSettled([...undo].map(async (step) => step())), new Promise((late) => setTimeout(late, 5_000))]);
  process.exit(130);
});

const io = createIo({
  argv: process.argv.slice(2),
  env: process.env,
  stdout: process.stdout,
  stderr: process.stderr,
  onInterrupt: (step) => {
    undo.add(step);
    return () => void undo.delete(step);
  },
});
process.exitCode = await run(process.argv.slice(2), io);
