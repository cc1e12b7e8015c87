import { createHash, randomUUID } from 'node:crypto';
import {
  AthenaClient,
  GetQueryExecutionCommand,
  type QueryExecution,
  StartQueryExecutionCommand,
  StopQueryExecutionCommand,
} from '@aws-sdk/client-athena';
import { AthenaFailure, failureOf, requestFailure } from './athena-errors.ts';
import { type AthenaRows, readRows } from './athena-results.ts';
import { patience } from './patience.ts';

/** Where and how long a query may run. */
export interface AthenaOptions {
  readonly workgroup: string;
  readonly database: string;
  /** Milliseconds from the call to the last row's page; the query is stopped then. */
  readonly deadline?: number;
  /** Stops the query in Athena, too. */
  readonly signal?: AbortSignal;
  readonly progress?: (state: AthenaProgress) => void;
  /** Milliseconds before Athena is asked again the first time. */
  readonly firstPoll?: number;
}

/** What is known while a query runs. */
export interface AthenaProgress {
  readonly queryId: string;
  readonly state: 'queued' | 'running';
  readonly milliseconds: number;
  readonly bytesScanned: number;
}

/** Rows of a query and what they cost. */
export interface AthenaResult extends AthenaRows {
  readonly queryId: string;
  readonly bytesScanned: number;
  /** US dollars at the list price. */
  readonly cost: number;
  readonly milliseconds: number;
}

/** An Athena client that is patient with throttling. */
export const athenaClient = (region?: string): AthenaClient =>
  new AthenaClient({ ...patience(30_000), ...(region !== undefined && { region }) });

const dollarsPerTerabyte = 5;
const billedAtLeast = 10 * 1024 ** 2;

/** List price of a query in US dollars; Athena bills 10 MB at least. */
export const costOf = (bytesScanned: number): number => (Math.max(bytesScanned, billedAtLeast) / 1e12) * dollarsPerTerabyte;

/**
 * Run a statement to its end and give its rows; `parameters` are SQL literals for its question marks. A run that failed
 * because an object was replaced under it, or with an error Athena calls retryable, is run once more.
 * @throws AthenaFailure
 */
export async function runAthena(
  client: AthenaClient,
  sql: string,
  parameters: readonly string[],
  options: AthenaOptions,
): Promise<AthenaResult> {
  try {
    return await runOnce(client, sql, parameters, options);
  } catch (error) {
    if (!(error instanceof AthenaFailure && error.retryable)) throw error;
    return runOnce(client, sql, parameters, options);
  }
}

async function runOnce(client: AthenaClient, sql: string, parameters: readonly string[], options: AthenaOptions): Promise<AthenaResult> {
  let queryId: string | null = null;
  try {
    queryId = await start(client, sql, parameters, options);
    const done = await finished(client, queryId, options);
    const bytesScanned = done.Statistics?.DataScannedInBytes ?? 0;
    const rows = await readRows(client, queryId, done.StatementType === 'DML');
    const milliseconds = done.Statistics?.TotalExecutionTimeInMillis ?? 0;
    return { ...rows, queryId, bytesScanned, cost: costOf(bytesScanned), milliseconds };
  } catch (error) {
    throw requestFailure(error, queryId);
  }
}

async function start(
  client: AthenaClient,
  sql: string,
  parameters: readonly string[],
  { workgroup, database }: AthenaOptions,
): Promise<string> {
  const { QueryExecutionId } = await client.send(
    new StartQueryExecutionCommand({
      QueryString: sql,
      // A request that is sent again after a lost answer must not start a second query.
      ClientRequestToken: createHash('sha256')
        .update(JSON.stringify([sql, parameters, randomUUID()]))
        .digest('hex'),
      WorkGroup: workgroup,
      QueryExecutionContext: { Database: database },
      ...(parameters.length > 0 && { ExecutionParameters: [...parameters] }),
    }),
  );
  if (QueryExecutionId === undefined) throw new AthenaFailure('system', 'Athena started a query without an id');
  return QueryExecutionId;
}

/** Ask until the query has ended: after 0.2 s, then ever more slowly, 5 s at most, not in step with other callers. */
async function finished(client: AthenaClient, queryId: string, options: AthenaOptions): Promise<QueryExecution> {
  const { deadline = 30 * 60_000, firstPoll = 200, signal, progress } = options;
  const began = Date.now();
  for (let pause = firstPoll; ; pause = Math.min(pause * 1.6, 5_000)) {
    const { QueryExecution: query } = await client.send(new GetQueryExecutionCommand({ QueryExecutionId: queryId }));
    const state = query?.Status?.State;
    if (query && state === 'SUCCEEDED') return query;
    if (query && (state === 'FAILED' || state === 'CANCELLED')) throw failureOf(query);
    const milliseconds = Date.now() - began;
    progress?.({
      queryId,
      state: state === 'RUNNING' ? 'running' : 'queued',
      milliseconds,
      bytesScanned: query?.Statistics?.DataScannedInBytes ?? 0,
    });
    if (signal?.aborted) throw await stopped(client, queryId, 'cancelled', 'stopped by the caller');
    if (milliseconds >= deadline) throw await stopped(client, queryId, 'timeout', `no result after ${Math.round(milliseconds / 1000)} s`);
    await sleep(Math.min(pause * (0.8 + 0.4 * Math.random()), deadline - milliseconds), signal);
  }
}

async function stopped(client: AthenaClient, queryId: string, kind: 'cancelled' | 'timeout', message: string): Promise<AthenaFailure> {
  await client.send(new StopQueryExecutionCommand({ QueryExecutionId: queryId }));
  return new AthenaFailure(kind, message, { queryId });
}

/** Wait, or less when the caller goes away. */
const sleep = (milliseconds: number, signal?: AbortSignal): Promise<void> =>
  new Promise((done) => {
    const timer = setTimeout(done, milliseconds);
    const wake = () => {
      clearTimeout(timer);
      done();
    };
    signal?.addEventListener('abort', wake, { once: true });
  });
