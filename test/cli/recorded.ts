import type { Register } from '../../bin/commands/register.ts';
import { createIo } from '../../bin/io.ts';
import { run } from '../../bin/program.ts';

/** What a run of the command line wrote, and how it ended. */
export interface Recorded {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Run a command line in this process with recorded streams. `terminal`: stdout and stderr are one, this many columns wide. */
export async function gongkai(
  argv: readonly string[],
  { env = {}, terminal, registers }: { env?: Record<string, string>; terminal?: number; registers?: readonly Register[] } = {},
): Promise<Recorded> {
  const [out, err]: [Uint8Array[], string[]] = [[], []];
  const stdout = {
    isTTY: terminal !== undefined,
    columns: terminal ?? 0,
    write(data: string | Uint8Array, done: () => void) {
      out.push(Buffer.from(data));
      done();
    },
  };
  const stderr = { isTTY: terminal !== undefined, write: (data: string) => err.push(data) };
  const io = createIo({ argv, env, stdout, stderr, onInterrupt: () => () => {} });
  const code = await run(argv, io, registers);
  return { code, out: Buffer.concat(out).toString('utf8'), err: err.join('') };
}
