import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';

/** Bundle a TypeScript program of this repository so that plain Node runs it as a process of its own. Returns its path. */
export async function bundled(entry: string): Promise<string> {
  const outdir = mkdtempSync(join(tmpdir(), 'gongkai-script-'));
  const outfile = join(outdir, 'program.mjs');
  const banner = { js: "import { createRequire as scriptRequire } from 'node:module'; const require = scriptRequire(import.meta.url);" };
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    banner,
    logLevel: 'warning',
  });
  return outfile;
}

/** A running program, and how it ended. */
export interface Running {
  readonly process: ChildProcess;
  readonly ended: Promise<{ readonly code: number | null; readonly signal: string | null; readonly out: string; readonly err: string }>;
}

/** Start a bundled program with arguments. */
export function start(program: string, args: readonly string[]): Running {
  const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const [out, err]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on('data', (data) => out.push(data));
  child.stderr.on('data', (data) => err.push(data));
  const ended = new Promise<Awaited<Running['ended']>>((done, failed) => {
    child.on('error', failed);
    child.on('close', (code, signal) => done({ code, signal, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() }));
  });
  return { process: child, ended };
}
