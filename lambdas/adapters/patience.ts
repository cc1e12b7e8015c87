/** Throttling and 5xx are retried by the SDK; what still fails goes back to the queue. */
export const patience = { maxAttempts: 6, retryMode: 'standard' } as const;
