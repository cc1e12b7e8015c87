import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** All temporary files of a run of tests lie in one folder, which goes with it. */
export default function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-tests-'));
  // What the systems that Node runs on call the folder of temporary files.
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) process.env[name] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
