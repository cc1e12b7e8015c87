import { defineConfig } from 'vitest/config';

// Apart from `npm test`: it needs Java and Trino, and takes minutes.
export default defineConfig({
  test: {
    include: ['test/trino/*.check.ts'],
    globalSetup: 'test/support/scratch.ts',
    testTimeout: 120_000,
    hookTimeout: 600_000,
    pool: 'threads',
  },
});
