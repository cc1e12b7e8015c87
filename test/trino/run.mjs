// npm run test:trino [-- --fetch]: every saved query on a real Trino, compared with DuckDB; our tables before its partition
// projection; our files by parquet-java. The engine, its memory connector, the projection of its Hive connector and
// parquet-java come as libraries by Maven (180 MB); with --fetch they are fetched, without them nothing is tested, and it says so.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';

const version = '435'; // the last that runs on Java 17
const home = process.env.TRINO_HOME ?? join(homedir(), '.cache', 'gongkai', `trino-${version}`);

const parquetJava = [
  'org.apache.parquet:parquet-hadoop:1.15.2',
  'org.apache.hadoop:hadoop-client-api:3.3.6',
  'org.apache.hadoop:hadoop-client-runtime:3.3.6',
];

const dependency = (artifact) => {
  const [group, name, version] = artifact.split(':');
  return `<dependency><groupId>${group}</groupId><artifactId>${name}</artifactId><version>${version}</version></dependency>`;
};
const pom = (artifacts) => `<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>org.example</groupId><artifactId>fetch</artifactId><version>1</version>
<dependencies>${artifacts.map(dependency).join('')}</dependencies></project>`;

function maven(goals, cwd = tmpdir()) {
  const { status } = spawnSync('mvn', ['-q', '-B', ...goals], { cwd, stdio: 'inherit' });
  if (status !== 0) throw new Error(`mvn could not fetch: ${goals.join(' ')}`);
}

/** Libraries with everything they need at run time. */
function withDependencies(artifacts, folder) {
  const work = mkdtempSync(join(tmpdir(), 'gongkai-fetch-'));
  writeFileSync(join(work, 'pom.xml'), pom(artifacts));
  maven(['dependency:copy-dependencies', `-DoutputDirectory=${folder}`, '-DincludeScope=runtime'], work);
}

const pieces = {
  lib: (folder) => withDependencies([`io.trino:trino-main:${version}`], folder),
  plugin: (folder) => {
    withDependencies([`io.trino:trino-memory:${version}`], join(folder, 'memory'));
    // The server archive has this in a jar of its own: how Trino finds the plugin among its libraries.
    const service = { 'META-INF/services/io.trino.spi.Plugin': strToU8('io.trino.plugin.memory.MemoryPlugin\n') };
    writeFileSync(join(folder, 'memory', 'services.jar'), zipSync(service));
  },
  hive: (folder) => maven(['dependency:copy', `-Dartifact=io.trino:trino-hive:${version}`, `-DoutputDirectory=${folder}`]),
  parquet: (folder) => withDependencies(parquetJava, folder),
};

/** Each piece is whole or not there. */
function fetchMissing() {
  for (const [name, fetchTo] of Object.entries(pieces)) {
    if (existsSync(join(home, name))) continue;
    const aside = join(home, `${name}.part`);
    mkdirSync(aside, { recursive: true });
    fetchTo(aside);
    renameSync(aside, join(home, name));
  }
}

if (process.argv.includes('--fetch')) fetchMissing();
const missing = [
  ...(spawnSync('java', ['-version']).status === 0 ? [] : ['Java 17']),
  ...(Object.keys(pieces).every((name) => existsSync(join(home, name)))
    ? []
    : [`libraries in ${home} (npm run test:trino -- --fetch gets it by Maven)`]),
];
if (missing.length > 0) {
  console.log(`test:trino: NOT RUN, nothing was tested. Missing: ${missing.join('; ')}`);
} else {
  const run = ['vitest', 'run', '--config', 'test/trino/vitest.config.ts', '--root', '.'];
  const { status } = spawnSync('npx', run, { stdio: 'inherit', env: { ...process.env, TRINO_HOME: home, TRINO_VERSION: version } });
  process.exitCode = status ?? 1;
}
