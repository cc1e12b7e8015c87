import { spawnSync } from 'node:child_process';

/** One command of a session, what it printed, and the line of the page it stands on. */
export interface Step {
  readonly command: string;
  readonly expected: readonly string[];
  readonly line: number;
}

/**
 * The commands of a page: in blocks fenced as `console`, a line that starts with `$ ` is typed, the lines after it are what
 * is shown. `…` stands for any text in a line, alone on a line for any lines; `[exit 4]` for the exit code when it is not 0.
 */
export function stepsOf(page: string): Step[] {
  const steps: { command: string; expected: string[]; line: number }[] = [];
  let inside = false;
  for (const [at, line] of page.split('\n').entries()) {
    if (line.startsWith('```')) inside = line === '```console';
    else if (inside && line.startsWith('$ ')) steps.push({ command: line.slice(2), expected: [], line: at + 1 });
    else if (inside) steps.at(-1)?.expected.push(line.trimEnd());
  }
  return steps;
}

/** Run a command as a shell does and return the lines it shows, stdout and stderr as they come, with the exit code if not 0. */
export function runStep(command: string, cwd: string, env: Readonly<Record<string, string>>): string[] {
  const { stdout, status } = spawnSync('bash', ['-c', `exec 2>&1\n${command}`], { cwd, env, encoding: 'utf8', timeout: 240_000 });
  const lines = stdout.split('\n').map((line) => line.trimEnd());
  while (lines.at(-1) === '') lines.pop();
  return status === 0 ? lines : [...lines, `[exit ${status}]`];
}

/** A page with what its commands show now; lines that still match, `…` and all, stay as they are. */
export function rewritten(page: string, shownAt: ReadonlyMap<number, readonly string[]>): string {
  const lines = page.split('\n');
  const steps = stepsOf(page);
  for (const { line, expected } of steps.toReversed()) {
    const wanted = expected.slice(0, expected.findLastIndex((text) => text !== '') + 1);
    const shown = shownAt.get(line) ?? wanted;
    if (!matches(wanted, shown)) lines.splice(line, wanted.length, ...shown);
  }
  return lines.join('\n');
}

const asPattern = (line: string) =>
  new RegExp(
    `^${line
      .split('…')
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('.*')}$`,
    'u',
  );

/** Whether shown lines are as expected, `…` standing for anything. */
export function matches(expected: readonly string[], shown: readonly string[]): boolean {
  const [first, ...rest] = expected;
  if (first === undefined) return shown.length === 0;
  if (first === '…') return matches(rest, shown) || (shown.length > 0 && matches(expected, shown.slice(1)));
  const [line, ...others] = shown;
  return line !== undefined && asPattern(first).test(line) && matches(rest, others);
}
