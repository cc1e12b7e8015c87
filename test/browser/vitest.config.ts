import { defineConfig } from 'vitest/config';

// Apart from `npm test`: it needs a browser.
export default defineConfig({
  test: {
    include: ['test/browser/*.check.ts'],
    globalSetup: 'test/support/scratch.ts',
    testTimeout: 120_000,
    hookTimeout: 240_000,
    fileParallelism: false,
    pool: 'threads',
  },
});
