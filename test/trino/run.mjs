// npm run test:trino [-- --fetch]: every saved query on a real Trino, compared with DuckDB. The engine and its memory connector
// come as libraries by Maven (100 MB); with --fetch they are fetched, without them nothing is tested, and it says so.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { strToU8, zipSync } from 'fflate';

const version = '435'; // the last that runs on Java 17
const home = process.env.TRINO_HOME ?? join(homedir(), '.cache', 'gongkai', `trino-${version}`);

const pom = (artifact) => `<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>org.example</groupId><artifactId>fetch-${artifact}</artifactId><version>1</version><dependencies><dependency>
<groupId>io.trino</groupId><artifactId>${artifact}</artifactId><version>${version}</version></dependency></dependencies></project>`;

/** A library with everything it needs at run time, in one folder. */
function fetchLibrary(artifact, folder) {
  const work = mkdtempSync(join(tmpdir(), 'gongkai-fetch-'));
  writeFileSync(join(work, 'pom.xml'), pom(artifact));
  const goal = ['-q', '-B', 'dependency:copy-dependencies', `-DoutputDirectory=${folder}`, '-DincludeScope=runtime'];
  const { status } = spawnSync('mvn', goal, { cwd: work, stdio: 'inherit' });
  if (status !== 0) throw new Error(`mvn could not fetch io.trino:${artifact}:${version}`);
}

function fetchTrino() {
  const aside = `${home}.part`;
  mkdirSync(dirname(home), { recursive: true });
  fetchLibrary('trino-main', join(aside, 'lib'));
  fetchLibrary('trino-memory', join(aside, 'plugin', 'memory'));
  // The archive has this in a jar of its own: how Trino finds the plugin among its libraries.
  const service = { 'META-INF/services/io.trino.spi.Plugin': strToU8('io.trino.plugin.memory.MemoryPlugin\n') };
  writeFileSync(join(aside, 'plugin', 'memory', 'services.jar'), zipSync(service));
  renameSync(aside, home);
}

if (process.argv.includes('--fetch') && !existsSync(home)) fetchTrino();
const missing = [
  ...(spawnSync('java', ['-version']).status === 0 ? [] : ['Java 17']),
  ...(existsSync(home) ? [] : [`${home} (npm run test:trino -- --fetch gets it by Maven)`]),
];
if (missing.length > 0) {
  console.log(`test:trino: NOT RUN, nothing was tested. Missing: ${missing.join('; ')}`);
} else {
  const run = ['vitest', 'run', '--config', 'test/trino/vitest.config.ts', '--root', '.'];
  const { status } = spawnSync('npx', run, { stdio: 'inherit', env: { ...process.env, TRINO_HOME: home, TRINO_VERSION: version } });
  process.exitCode = status ?? 1;
}
