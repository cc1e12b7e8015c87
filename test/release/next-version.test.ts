import { expect, test } from 'vitest';
import { nextVersion } from '../../src/release/next-version.ts';

test.each([
  [null, '2026-11-30', 'v2026.11.0'],
  ['v2026.11.0', '2026-11-30', 'v2026.11.1'],
  ['v2026.11.9', '2026-11-01', 'v2026.11.10'],
  ['v2026.11.3', '2026-12-01', 'v2026.12.0'],
  ['v2026.1.3', '2026-11-01', 'v2026.11.0'],
  ['v2025.11.3', '2026-11-01', 'v2026.11.0'],
  ['v2026.12.0', '2026-11-30', 'v2026.12.1'],
  ['v2027.1.4', '2026-12-01', 'v2027.1.5'],
])('after %s, on %s: %s', (latest, date, version) => {
  expect(nextVersion(latest === null ? null : { version: latest }, date)).toBe(version);
});
