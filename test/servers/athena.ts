import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import * as z from 'zod';
import { type Answer, type Call, callerOf, type Given, LocalServer } from './http.ts';

/** What a statement comes to: rows of text, or an end without rows. */
export type Outcome =
  | {
      readonly columns: readonly { name: string; type: string }[];
      readonly rows: readonly (readonly (string | null)[])[];
      readonly kind?: 'DML' | 'DDL';
    }
  | { readonly state: 'FAILED' | 'CANCELLED'; readonly reason: string; readonly category?: 1 | 2 | 3; readonly retryable?: boolean };

interface Run {
  readonly sql: string;
  readonly parameters: readonly string[];
  readonly workgroup: string;
  readonly outcome: Outcome;
  polls: number;
  stopped: boolean;
}

const startSchema = z.object({
  QueryString: z.string(),
  ClientRequestToken: z.string().min(32).max(128),
  WorkGroup: z.string(),
  ExecutionParameters: z.array(z.string()).default([]),
});
const idSchema = z.object({ QueryExecutionId: z.string(), NextToken: z.string().optional(), MaxResults: z.number().max(1000).optional() });

const json = (status: number, body: unknown): Answer => ({
  status,
  headers: { 'content-type': 'application/x-amz-json-1.1' },
  body: JSON.stringify(body),
});
const failed = (status: number, code: string, message: string): Answer => json(status, { __type: code, Message: message });

/** Athena over HTTP: queries that are queued, run, end, are stopped, and results in pages. */
export class AthenaServer extends LocalServer {
  readonly runs = new Map<string, Run>();
  private readonly tokens = new Map<string, string>();
  /** What a statement comes to. */
  run: (sql: string, parameters: readonly string[]) => Promise<Outcome> | Outcome = () => ({ columns: [], rows: [] });
  /** How often a query is said to be queued, then running, before it ends. */
  queuedPolls = 1;
  runningPolls = 1;
  pageSize = 1000;
  bytesScanned = 3_000_000;

  constructor() {
    super((http, body) => this.answer(http, body));
  }

  private async answer(http: IncomingMessage, body: Buffer): Promise<Given> {
    const operation = String(http.headers['x-amz-target']).replace('AmazonAthena.', '');
    const call: Call = { operation, caller: callerOf(http), target: '' };
    const perform = () =>
      this.perform(operation, JSON.parse(body.toString())).catch((error: unknown) => failed(400, 'InvalidRequestException', String(error)));
    return this.respond(call, perform, (status, code) => failed(status, code, code));
  }

  private async perform(operation: string, input: unknown): Promise<Answer> {
    if (operation === 'StartQueryExecution') return this.begin(startSchema.parse(input));
    const { QueryExecutionId: id, NextToken, MaxResults = 1000 } = idSchema.parse(input);
    const run = this.runs.get(id);
    if (!run) return failed(400, 'InvalidRequestException', `QueryExecution ${id} was not found`);
    if (operation === 'StopQueryExecution') {
      run.stopped = true;
      return json(200, {});
    }
    if (operation === 'GetQueryExecution') return json(200, { QueryExecution: this.execution(id, run) });
    return operation === 'GetQueryResults'
      ? this.page(run, Number(NextToken ?? 0), MaxResults)
      : failed(400, 'InvalidRequestException', operation);
  }

  private async begin({ QueryString, ClientRequestToken, WorkGroup, ExecutionParameters }: z.infer<typeof startSchema>): Promise<Answer> {
    const id = this.tokens.get(ClientRequestToken) ?? randomUUID();
    if (!this.tokens.has(ClientRequestToken)) {
      const outcome = await this.run(QueryString, ExecutionParameters);
      this.runs.set(id, { sql: QueryString, parameters: ExecutionParameters, workgroup: WorkGroup, outcome, polls: 0, stopped: false });
    }
    this.tokens.set(ClientRequestToken, id);
    return json(200, { QueryExecutionId: id });
  }

  private execution(id: string, run: Run): unknown {
    run.polls += 1;
    const Statistics = { DataScannedInBytes: run.polls > this.queuedPolls ? this.bytesScanned : 0, TotalExecutionTimeInMillis: 1234 };
    const common = { QueryExecutionId: id, Query: run.sql, Statistics };
    if (run.stopped) return { ...common, Status: { State: 'CANCELLED', StateChangeReason: 'Query cancelled by user' } };
    if (run.polls <= this.queuedPolls) return { ...common, Status: { State: 'QUEUED' } };
    if (run.polls <= this.queuedPolls + this.runningPolls) return { ...common, Status: { State: 'RUNNING' } };
    const { outcome } = run;
    if ('columns' in outcome) return { ...common, StatementType: outcome.kind ?? 'DML', Status: { State: 'SUCCEEDED' } };
    const AthenaError = { ErrorCategory: outcome.category ?? 2, Retryable: outcome.retryable ?? false, ErrorMessage: outcome.reason };
    return { ...common, Status: { State: outcome.state, StateChangeReason: outcome.reason, AthenaError } };
  }

  private page({ outcome }: Run, from: number, limit: number): Answer {
    if (!('columns' in outcome)) return failed(400, 'InvalidRequestException', 'Query did not finish successfully.');
    const header = outcome.kind === 'DDL' ? [] : [outcome.columns.map(({ name }) => name)];
    const all = [...header, ...outcome.rows];
    const to = from + Math.min(limit, this.pageSize);
    const Rows = all.slice(from, to).map((row) => ({ Data: row.map((value) => (value === null ? {} : { VarCharValue: value })) }));
    const ColumnInfo = outcome.columns.map(({ name, type }) => ({ Name: name, Type: type }));
    return json(200, { ResultSet: { Rows, ResultSetMetadata: { ColumnInfo } }, ...(to < all.length && { NextToken: String(to) }) });
  }
}
