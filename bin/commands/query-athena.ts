import type { AthenaProgress } from '../../lambdas/adapters/athena.ts';
import type { AthenaFailureKind } from '../../lambdas/adapters/athena-errors.ts';
import { Failure } from '../failure.ts';
import type { Io } from '../io.ts';
import type { Answer } from '../local/sql/duckdb.ts';
import type { Value } from '../local/sql/values.ts';
import type { MessageCode } from '../text/messages/index.ts';

/** Where a statement runs in the cloud. */
export interface AthenaPlace {
  readonly workgroup: string;
  readonly database: string;
}

const codes: Readonly<Record<AthenaFailureKind, MessageCode>> = {
  throttled: 'athena_throttled',
  user: 'athena_refused',
  system: 'athena_failed',
  scan_limit: 'athena_scan_limit',
  timeout: 'athena_timeout',
  cancelled: 'athena_cancelled',
  denied: 'athena_denied',
};

const rowsAChunk = 1000;

async function* chunked(rows: AsyncIterable<readonly Value[]>): AsyncGenerator<readonly (readonly Value[])[]> {
  let chunk: (readonly Value[])[] = [];
  for await (const row of rows) {
    chunk.push(row);
    if (chunk.length < rowsAChunk) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);

/** Say on a terminal how far a query is, in one line that is written over. */
function showProgress(io: Io, { state, milliseconds, bytesScanned }: AthenaProgress): void {
  const so = { s: (milliseconds / 1000).toFixed(1), mb: megabytes(bytesScanned) };
  const zh = state === 'queued' ? `排队 ${so.s} 秒` : `运行 ${so.s} 秒，已扫描 ${so.mb} MB`;
  const en = state === 'queued' ? `queued ${so.s} s` : `running ${so.s} s, scanned ${so.mb} MB`;
  io.overwrite(io.text({ zh: `Athena：${zh}`, en: `Athena: ${en}` }));
}

/**
 * Run a statement in Athena and give its answer; says on stderr what was scanned and what it cost. Region and credentials are
 * those of the AWS environment. Throws a Failure that names what to do.
 */
export async function askAthena(io: Io, sql: string, place: AthenaPlace): Promise<Answer> {
  // The client is pinned and runs on every Node we name; that its later versions will not is no news to who asks a question.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
  const { athenaClient, runAthena } = await import('../../lambdas/adapters/athena.ts');
  const { AthenaFailure } = await import('../../lambdas/adapters/athena-errors.ts');
  const stop = new AbortController();
  let end = () => {};
  const ended = new Promise<void>((done) => {
    end = done;
  });
  // Ctrl-C waits until Athena was told: a query that nobody waits for goes on, and is paid for.
  const forget = io.onInterrupt(() => {
    stop.abort();
    return ended;
  });
  try {
    const { columns, rows, bytesScanned, cost, milliseconds } = await runAthena(athenaClient(), sql, [], {
      ...place,
      signal: stop.signal,
      ...(io.progress && { progress: (state) => showProgress(io, state) }),
    });
    const seconds = (milliseconds / 1000).toFixed(1);
    const price = cost.toFixed(5);
    io.note(
      io.text({
        zh: `Athena：${seconds} 秒，扫描 ${megabytes(bytesScanned)} MB，约 ${price} 美元`,
        en: `Athena: ${seconds} s, scanned ${megabytes(bytesScanned)} MB, about ${price} USD`,
      }),
    );
    return { columns, chunks: () => chunked(rows) };
  } catch (error) {
    if (!(error instanceof AthenaFailure)) throw error;
    const [reason = ''] = error.message.split('\n');
    throw new Failure(codes[error.kind], { reason, ...place }, { cause: error });
  } finally {
    forget();
    end();
    if (io.progress) io.overwrite('');
  }
}
