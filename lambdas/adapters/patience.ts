/**
 * Throttling, 5xx, lost connections and silence are retried by the SDK, all of it within a function's time; what still fails goes
 * back to the queue. Without `throwOnRequestTimeout` a service that never answers is waited for until the function is killed.
 * @param silence milliseconds without an answer, or without more of one
 */
export const patience = (silence: number) =>
  ({
    maxAttempts: 6,
    retryMode: 'standard',
    requestHandler: { connectionTimeout: 3_000, requestTimeout: silence, socketTimeout: silence, throwOnRequestTimeout: true },
  }) as const;
