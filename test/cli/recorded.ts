import type { Register } from '../../bin/commands/register.ts';
import { createIo, type Io } from '../../bin/io.ts';
import { run } from '../../bin/program.ts';

/** What a run of the command line wrote, and how it ended. */
export interface Recorded {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

interface Given {
  readonly env?: Record<string, string>;
  /** stdout and stderr are one terminal, this many columns wide. */
  readonly terminal?: number;
  readonly registers?: readonly Register[];
  /** Is told what Ctrl-C would undo from here on. */
  readonly interruptible?: (undo: () => void | Promise<void>) => void;
}

/** Run a command line in this process with recorded streams. */
export async function gongkai(argv: readonly string[], { env = {}, terminal, registers, interruptible }: Given = {}): Promise<Recorded> {
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
  const onInterrupt: Io['onInterrupt'] = (undo) => {
    interruptible?.(undo);
    return () => {};
  };
  const io = createIo({ argv, env, stdout, stderr, onInterrupt });
  const code = await run(argv, io, registers);
  return { code, out: Buffer.concat(out).toString('utf8'), err: err.join('') };
}
