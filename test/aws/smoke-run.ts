import { expect } from 'vitest';
import { smoke } from '../../bin/smoke.ts';
import { duckdbView } from '../../src/derive/duckdb.ts';
import { AthenaServer } from '../servers/athena.ts';
import { duckdb, select } from '../support/duckdb.ts';
import type { Cloud } from './cloud.ts';
import { exported } from './exported.ts';

/** Try a deployment as `npm run smoke` does, with DuckDB for Athena: all steps, nothing left, and a clear end when nothing comes. */
export async function smokeRun(cloud: Cloud): Promise<void> {
  const athena = new AthenaServer();
  await athena.start();
  const { authorize } = cloud.s3;
  cloud.s3.authorize = (caller, ...rest) => caller === 'person' || authorize(caller, ...rest);
  athena.run = async (sql, literals) => {
    const connection = await duckdb();
    await connection.run(duckdbView('agency_cells', exported(cloud.bucket('StorageOpen'))));
    const parts = sql.split('?').map((part, n) => part + (literals[n] ?? ''));
    const rows = (await select(parts.join(''), connection)).map((row) =>
      Object.values(row).map((value) => (value === null ? null : String(value))),
    );
    return { columns: ['varchar', 'varchar', 'varchar', 'double'].map((type, n) => ({ name: `c${n}`, type })), rows };
  };
  Object.assign(process.env, { AWS_ENDPOINT_URL_S3: cloud.s3.address, AWS_ENDPOINT_URL_ATHENA: athena.address });
  Object.assign(process.env, { AWS_REGION: 'us-east-1', AWS_ACCESS_KEY_ID: 'person', AWS_SECRET_ACCESS_KEY: 'x' });
  const place = {
    rawBucket: cloud.id('AWS::S3::Bucket', 'StorageRaw'),
    openBucket: cloud.id('AWS::S3::Bucket', 'StorageOpen'),
    workgroup: 'gongkai',
    database: 'gongkai',
  };
  const published = () => cloud.bucket('StorageOpen').list('open/documents_json/').length;
  const before = published();
  const said: string[] = [];
  let running = true;
  const done = smoke({ ...place, pause: 50, patience: 60_000 }, (line) => said.push(line.replace(/^ *[\d.]+ s {2}/, ''))).finally(() => {
    running = false;
  });
  while (running) {
    await cloud.settle();
    await new Promise((next) => setTimeout(next, 50));
  }
  await done;
  expect(said).toEqual([
    expect.stringMatching(/^dropped s3:/),
    'its partition is there',
    expect.stringMatching(/^Athena gives its \d+ cells/),
    'withdrawn',
    'its partition is gone',
  ]);
  expect(published()).toBe(before);
  athena.run = () => ({ columns: [], rows: [] });
  await expect(smoke({ ...place, rawBucket: place.openBucket, pause: 10, patience: 30 }, () => undefined)).rejects.toThrow(
    /no partition: not after 0 s/,
  );
  await athena.stop();
}
