import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A document to read, by its seed. */
export interface Ask {
  readonly seed: number;
  /** Folder with documents of all formats. */
  readonly fixtures: string;
}

/** What came of it. */
export interface Told {
  readonly seed: number;
  readonly name: string;
  readonly bytes: number;
  /** Milliseconds of processor time. */
  readonly ms: number;
  /** Bytes the process held afterwards. */
  readonly memory: number;
  readonly faults: readonly string[];
}

export interface Limits {
  /** Seconds of processor time after which a document hangs: a busy machine is no hang. */
  readonly seconds: number;
  /** Megabytes of heap. */
  readonly megabytes: number;
}

/** Seconds without an answer that no load explains: the only limit where the system does not tell what a process has used. */
const longestWait = 600;

/** Seconds of processor time a process has used, as Linux tells it, in hundredths; null elsewhere. */
function processorTime(pid: number | undefined): number | null {
  try {
    const [user, system] = readFileSync(`/proc/${pid}/stat`, 'latin1')
      .replace(/^.*\) /s, '')
      .split(' ')
      .slice(11, 13)
      .map(Number);
    return ((user ?? 0) + (system ?? 0)) / 100;
  } catch {
    return null;
  }
}

/** A process that reads documents one at a time; when one hangs or ends it, that is the answer, and a new process goes on. */
export class Lane {
  readonly #script: string;
  readonly #limits: Limits;
  #process: ChildProcess | null = null;

  constructor(script: string, limits: Limits) {
    this.#script = script;
    this.#limits = limits;
  }

  read(ask: Ask): Promise<Told> {
    this.#process ??= fork(this.#script, { execArgv: [`--max-old-space-size=${this.#limits.megabytes}`] });
    const reader = this.#process;
    return new Promise((resolve) => {
      const begun = { clock: performance.now(), processor: processorTime(reader.pid) };
      const end = (told: Told) => {
        clearInterval(timer);
        reader.removeAllListeners();
        resolve(told);
      };
      const lose = (fault: string) => {
        this.#process = null;
        reader.kill('SIGKILL');
        end({ seed: ask.seed, name: '', bytes: 0, ms: 0, memory: 0, faults: [fault] });
      };
      const timer = setInterval(() => {
        const { seconds } = this.#limits;
        const used = (processorTime(reader.pid) ?? 0) - (begun.processor ?? 0);
        if (used > seconds) lose(`no answer within ${seconds} s of processor time`);
        else if (performance.now() - begun.clock > longestWait * 1000) lose(`no answer within ${longestWait} s`);
      }, 200);
      reader.once('message', end);
      reader.once('error', (error) => lose(`the process failed: ${error.message}`));
      reader.once('exit', (code, signal) => lose(`the process ended with ${signal ?? code}`));
      reader.send(ask);
    });
  }

  end(): void {
    this.#process?.kill();
  }
}
