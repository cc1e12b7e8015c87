import { AthenaServiceException, type QueryExecution } from '@aws-sdk/client-athena';

/** Why a query gave no rows: our own mistake, a fault of Athena, or a limit that was set on purpose. */
export type AthenaFailureKind =
  /** Too many queries are queued and running in the account. */
  | 'throttled'
  /** The statement or what it names is wrong. */
  | 'user'
  /** Athena failed. */
  | 'system'
  /** The workgroup's limit of scanned bytes stopped it. */
  | 'scan_limit'
  /** It took longer than the caller or Athena allows. */
  | 'timeout'
  /** The caller or somebody else stopped it. */
  | 'cancelled'
  /** These credentials lack the permission; or there are no credentials, or no region. */
  | 'denied';

/** A query that gave no rows, with Athena's own words. */
export class AthenaFailure extends Error {
  readonly kind: AthenaFailureKind;
  readonly retryable: boolean;
  readonly queryId: string | null;

  constructor(
    kind: AthenaFailureKind,
    message: string,
    { retryable = false, queryId = null, cause }: { retryable?: boolean; queryId?: string | null; cause?: unknown } = {},
  ) {
    super(message, { cause });
    this.name = 'AthenaFailure';
    this.kind = kind;
    this.retryable = retryable;
    this.queryId = queryId;
  }
}

// An object was replaced while the query read it; the next run reads the new one.
const replacedWhileRead = /HIVE_CURSOR_ERROR|HIVE_CANNOT_OPEN_SPLIT|HIVE_FILESYSTEM_ERROR/;

/** The failure of a query that ended FAILED or CANCELLED. */
export function failureOf({ QueryExecutionId: id, Status }: QueryExecution): AthenaFailure {
  const reason = Status?.StateChangeReason ?? Status?.AthenaError?.ErrorMessage ?? 'Athena gave no reason';
  const about = { queryId: id ?? null };
  if (/bytes scanned limit was exceeded/i.test(reason)) return new AthenaFailure('scan_limit', reason, about);
  if (/query timeout|exceeded.*time limit/i.test(reason)) return new AthenaFailure('timeout', reason, about);
  if (Status?.State === 'CANCELLED') return new AthenaFailure('cancelled', reason, about);
  const retryable = Status?.AthenaError?.Retryable === true || replacedWhileRead.test(reason);
  return new AthenaFailure(Status?.AthenaError?.ErrorCategory === 1 ? 'system' : 'user', reason, { ...about, retryable });
}

const kindByName: Readonly<Record<string, AthenaFailureKind>> = {
  TooManyRequestsException: 'throttled',
  ThrottlingException: 'throttled',
  InvalidRequestException: 'user',
  ResourceNotFoundException: 'user',
  AccessDeniedException: 'denied',
  UnrecognizedClientException: 'denied',
  ExpiredTokenException: 'denied',
};

/** What the SDK says before it asks anybody, where no region is set: a plain Error without a name of its own. */
const regionMissing = /^Region is missing/;

/** The failure of a request that Athena refused, or that never reached it. */
export function requestFailure(error: unknown, queryId: string | null): AthenaFailure {
  if (error instanceof AthenaFailure) return error;
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  const unset = name === 'CredentialsProviderError' || regionMissing.test(message);
  const fallback: AthenaFailureKind = unset ? 'denied' : 'system';
  const kind = error instanceof AthenaServiceException ? (kindByName[name] ?? 'system') : fallback;
  return new AthenaFailure(kind, message === '' ? name : message, { queryId, cause: error });
}
