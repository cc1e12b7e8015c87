// npm run test:trino: a real Trino over the derived tables, where its archive is; else says how to get it and that nothing was tested.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const archive =
  process.env.TRINO_ARCHIVE ?? join(homedir(), '.m2', 'repository', 'io', 'trino', 'trino-server', '435', 'trino-server-435.tar.gz');
const java = spawnSync('java', ['-version'], { encoding: 'utf8' });
const missing = [
  ...(java.status === 0 ? [] : ['Java 17']),
  ...(existsSync(archive) ? [] : [`${archive} (mvn dependency:get -Dtransitive=false -Dartifact=io.trino:trino-server:435:tar.gz)`]),
];
if (missing.length > 0) {
  console.log(`test:trino: NOT RUN, nothing was tested. Missing: ${missing.join('; ')}`);
} else {
  const { status } = spawnSync('npx', ['vitest', 'run', '--config', 'test/trino/vitest.config.ts', '--root', '.'], {
    stdio: 'inherit',
    env: { ...process.env, TRINO_ARCHIVE: archive },
  });
  process.exitCode = status ?? 1;
}
