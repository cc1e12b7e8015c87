import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomReports } from '../../bench/generate/index.ts';
import { packageRoot } from '../../bin/local/package-root.ts';

/** A dataset made by `gongkai ingest` of generated reports. */
export function ingested(count: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-trino-data-'));
  mkdirSync(join(folder, 'in'));
  for (const report of randomReports(count)) writeFileSync(join(folder, 'in', `${report.seed}.txt`), report.plainText);
  const cli = join(packageRoot(), 'dist', 'gongkai.js');
  execFileSync(process.execPath, [cli, 'ingest', join(folder, 'in'), '--out', join(folder, 'out')], { stdio: 'ignore' });
  return join(folder, 'out');
}
