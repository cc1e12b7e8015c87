import { expect, test } from 'vitest';
import { isAgencyId, isMoving, openKeys, parseKey, receiptId, regionOf, shardOf, stateKeys } from '../src/keys.ts';

const partition = { agency: '350200-justice-bureau', year: 2020 };
const sha256 = 'ab'.repeat(32);

test('keys are those of the contract', () => {
  expect(stateKeys.receipt('f00')).toBe('state/receipts/f00.json');
  expect(stateKeys.reading(sha256, '0.3.0')).toBe(`state/readings/${sha256}/0.3.0.json`);
  expect(stateKeys.candidate(partition, sha256, '0.3.0')).toBe(
    `state/candidates/agency=350200-justice-bureau/year=2020/${sha256}.0.3.0.json.gz`,
  );
  expect(stateKeys.pointer(partition)).toBe('state/current/year=2020/region=35/350200-justice-bureau.json');
  expect(stateKeys.quarantine(sha256, '0.3.0')).toBe(`state/quarantine/${sha256}.0.3.0.json`);
  expect(openKeys.agencyReport(partition)).toBe('open/agency_reports/agency=350200-justice-bureau/year=2020/report.parquet');
  expect(openKeys.agencyCells(partition)).toBe('open/agency_cells/agency=350200-justice-bureau/year=2020/cells.parquet');
  expect(openKeys.documentJson(partition)).toBe('open/documents_json/agency=350200-justice-bureau/year=2020/report.json');
  expect(openKeys.table('cells', { year: 2020, region: '00' })).toBe('open/cells/year=2020/region-00.parquet');
  expect(openKeys.documentsPart('a')).toBe('open/documents/shard-a.parquet');
  expect(openKeys.single('agencies')).toBe('open/agencies/agencies.parquet');
});

test('the region is that of the division, 00 for national organs, xx where the agency is not resolved', () => {
  expect(['350200-x', '350206001-x', '100000-x', '110000-x', 'u-1234'].map(regionOf)).toEqual(['35', '35', '00', '11', 'xx']);
});

test('every key reads back to what it was made of, development versions and re-readings included', () => {
  for (const variant of [null, '0a1b2c3d']) {
    for (const parserVersion of ['0.3.0', '1.20.3-dev.0a1b2c3']) {
      expect(parseKey.candidate(stateKeys.candidate(partition, sha256, parserVersion, variant))).toEqual({
        ...partition,
        sha256,
        parserVersion,
        variant,
      });
      expect(parseKey.reading(stateKeys.reading(sha256, parserVersion, variant))).toEqual({ sha256, parserVersion, variant });
    }
  }
  for (const agency of ['350200-justice-bureau', '100000-mof', 'u-0f3c']) {
    expect(parseKey.pointer(stateKeys.pointer({ agency, year: 2020 }))).toEqual({ agency, year: 2020 });
    const shard = shardOf({ agency, year: 2020 });
    expect(parseKey.shard(stateKeys.shard(shard))).toEqual(shard);
    expect(parseKey.table(openKeys.table('cells', shard))).toEqual({ ...shard, table: 'cells' });
  }
  expect(parseKey.sighting(stateKeys.sighting(sha256, sha256))).toEqual({ sha256, receipt: sha256 });
  expect(parseKey.pointer('state/receipts/a.json')).toBeNull();
});

test('an id that is not safe in a path is no agency id', () => {
  for (const id of ['350200-../x', '350200-A', '350200-厦门', '350200-a/b', '35-a', '']) expect(isAgencyId(id), id).toBe(false);
});

test('a receipt is named by key and version together, and only pointers and shard records move', () => {
  expect(receiptId('a', 'bc')).not.toBe(receiptId('ab', 'c'));
  expect(isMoving(stateKeys.pointer(partition))).toBe(true);
  expect(isMoving(stateKeys.shard(shardOf(partition)))).toBe(true);
  expect(isMoving(stateKeys.receipt('a'))).toBe(false);
  expect(isMoving(openKeys.single('agencies'))).toBe(false);
});
