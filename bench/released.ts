import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compareRelease } from './office/release.ts';
import { isInstalled, writers } from './office/writers.ts';
import { undetected } from './released/damage.ts';
import { datasetOf, differing, filesIn, releaseOf } from './released/making.ts';
import { miscounted, packageFaults, strayRows } from './released/tables.ts';

// npm run test:release -- [COUNT]: a release of COUNT made-up pages and texts and of the samples, checked by other programs: DuckDB,
// hyparquet, LibreOffice, sha256sum, the profile of Data Package; made twice; damaged.

const [count = 2_000] = process.argv.slice(2).map(Number);
if (!Number.isInteger(count) || count < 1) {
  console.error('released: COUNT is a whole number');
  process.exit(2);
}
let faults = 0;
function say(what: string, found: readonly string[]): void {
  faults += found.length;
  console.log(`${found.length === 0 ? 'ok  ' : 'FAIL'} ${what}`);
  for (const fault of found.slice(0, 10)) console.log(`     ${fault}`);
}

const root = mkdtempSync(join(tmpdir(), 'gongkai-released-'));
try {
  const dataset = datasetOf(root, count);
  const again = join(root, 'again');
  cpSync(dataset, again, { recursive: true });
  const release = releaseOf(dataset);
  const paths = filesIn(release);
  say(`second release from the same state: ${paths.length} files, byte by byte`, differing(release, releaseOf(again)));
  const { files, rows, faults: wrong } = await miscounted(release);
  say(`${files} Parquet and CSV files, ${rows} rows, by DuckDB, hyparquet and manifest`, wrong);
  const { keys, faults: stray } = await strayRows(release);
  say(`${keys} foreign keys lead to their rows`, keys === 0 ? ['the descriptor states none'] : stray);
  say('datapackage.json by the published profile', packageFaults(release));
  const sums = spawnSync('sha256sum', ['--quiet', '-c', 'SHA256SUMS'], { cwd: release, encoding: 'utf8' });
  say('SHA256SUMS by sha256sum', sums.status === 0 ? [] : [`${sums.stdout}${sums.stderr}`]);
  if (writers.some((writer) => writer.name === 'LibreOffice' && isInstalled(writer))) {
    const home = join(root, 'office');
    mkdirSync(home);
    const seen = await compareRelease(release, home);
    say(`${seen.files} files of excel/ as LibreOffice opens them: ${seen.rows} rows, ${seen.cells} cells, against DuckDB`, seen.faults);
  } else console.log('     LibreOffice (soffice) is not installed: excel/ was not opened');
  const { damaged, faults: missed } = await undetected(release, Math.min(200, Math.floor(paths.length / 2)));
  say(`verify finds ${damaged} damaged files: a bit each, one gone, one more, and nothing in a whole release`, missed);
} finally {
  rmSync(root, { recursive: true, force: true });
}
process.exit(faults > 0 ? 1 : 0);
