import { styleText } from 'node:util';
import { type ExitCode, exit, type Failure } from './failure.ts';
import { chooseLanguage, type Language, type Text } from './text/language.ts';

type Style = Parameters<typeof styleText>[0];

/** The world as a command sees it: where it writes, to whom, and how it ends. Tests pass their own. */
export interface Io {
  readonly language: Language;
  /** Width of the terminal in columns; data written to a pipe or a file is laid out for 120. */
  readonly width: number;
  /** Whether stdout is a terminal. */
  readonly terminal: boolean;
  /** Whether stderr is a terminal, so that progress may be shown. */
  readonly progress: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The sentence in the language of this run. */
  text(sentence: Text): string;
  /** Write data to stdout; resolves when the reader has taken it, so that large output takes no memory. */
  out(data: string | Uint8Array): Promise<void>;
  /** Write a line to stderr: everything that is not data. */
  note(line: string): void;
  /** Show a line of progress in place of the last one; an empty line takes it away. Only where `progress` says so. */
  overwrite(line: string): void;
  /** Colour for stdout, or for stderr; without colours the text as it is. */
  style(style: Style, text: string, stream?: 'out' | 'err'): string;
  /** Raise the exit code this run ends with. Failed outweighs wrong usage, then incomplete, then nothing matched. */
  end(code: ExitCode): void;
  /** Report a failure on stderr and raise the exit code, without ending the command: for one input of several. */
  report(failure: Failure): void;
  /** Register what must be undone at Ctrl-C before the process ends with 130; returns how to take it back. */
  onInterrupt(undo: () => void | Promise<void>): () => void;
}

/** An Io and the exit code its run has reached. */
export interface RunningIo extends Io {
  readonly code: () => ExitCode;
}

/** What differs between a process and a test. */
export interface Surroundings {
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: { readonly isTTY?: boolean; readonly columns?: number; write(data: string | Uint8Array, done: () => void): unknown };
  readonly stderr: { readonly isTTY?: boolean; write(data: string): unknown };
  onInterrupt(undo: () => void | Promise<void>): () => void;
}

const weight: readonly ExitCode[] = [exit.done, exit.nothing, exit.incomplete, exit.usage, exit.failed, exit.interrupted, exit.terminated];

/** NO_COLOR and FORCE_COLOR decide (no-color.org, force-color.org), else whether the stream is a terminal that can. */
export function colourful(env: Surroundings['env'], isTerminal: boolean): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  return isTerminal && env.TERM !== 'dumb';
}

/** Lines for people, and the one line of progress that the next line takes away. */
function lines(stderr: Surroundings['stderr']): Pick<Io, 'note' | 'overwrite'> {
  let passing = false;
  const overwrite = (line: string) => {
    if (passing || line !== '') stderr.write(`\r\x1b[2K${line}`);
    passing = line !== '';
  };
  const note = (line: string) => {
    overwrite('');
    stderr.write(`${line}\n`);
  };
  return { note, overwrite };
}

/** The Io of one run. */
export function createIo({ argv, env, stdout, stderr, onInterrupt }: Surroundings): RunningIo {
  const language = chooseLanguage(argv, env);
  const colours = { out: colourful(env, stdout.isTTY ?? false), err: colourful(env, stderr.isTTY ?? false) };
  const machine = argv.includes('--json');
  let code: ExitCode = exit.done;
  const end = (next: ExitCode) => {
    if (weight.indexOf(next) > weight.indexOf(code)) code = next;
  };
  const style: Io['style'] = (name, text, stream = 'out') => (colours[stream] ? styleText(name, text, { validateStream: false }) : text);
  const { note, overwrite } = lines(stderr);
  const report = (failure: Failure) => {
    end(failure.exit);
    const { message, advice } = failure.told(language);
    if (machine) return note(JSON.stringify({ error: failure.code, message, advice }));
    note(`${style('red', 'gongkai:', 'err')} ${message} ${style('dim', `(${failure.code})`, 'err')}`);
    if (advice) note(`  ${advice}`);
    if (argv.includes('--debug') && failure.cause instanceof Error) note(failure.cause.stack ?? '');
  };
  return {
    language,
    width: stdout.isTTY ? (stdout.columns ?? 80) : Number(env.COLUMNS) || 120,
    terminal: stdout.isTTY ?? false,
    progress: (stderr.isTTY ?? false) && env.TERM !== 'dumb',
    env,
    text: (sentence) => sentence[language],
    out: (data) => {
      overwrite('');
      return new Promise((done) => void stdout.write(data, () => done()));
    },
    note,
    overwrite,
    style,
    end,
    report,
    onInterrupt,
    code: () => code,
  };
}
