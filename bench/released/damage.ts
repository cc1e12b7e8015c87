import { rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { releaseFolder } from '../../bin/local/release/folder.ts';
import { parquet } from '../../src/dataset/parquet/parquet.ts';
import { verifyRelease } from '../../src/release/verify.ts';
import { createRandom, type Random } from '../generate/random.ts';
import { filesIn } from './making.ts';

const found = async (release: string): Promise<string[]> => {
  const { problems } = await verifyRelease(releaseFolder(release), parquet);
  return [...new Set(problems.map(({ path }) => path))].sort();
};

async function flip(random: Random, path: string): Promise<void> {
  const body = await readFile(path);
  const at = random.int(0, body.length - 1);
  body[at] = (body[at] ?? 0) ^ (1 << random.int(0, 7));
  writeFileSync(path, body);
}

/** What verification says of a whole release, and then: a bit flipped in each of `flips` files, one file gone, one more; what it misses. */
export async function undetected(release: string, flips: number): Promise<{ readonly faults: string[]; readonly damaged: number }> {
  const whole = (await found(release)).map((path) => `${path}: is called damaged, and is whole`);
  const random = createRandom(7, 'flips');
  const paths = filesIn(release).filter((path) => !/^(manifest\.json|SHA256SUMS)$/.test(path));
  const chosen = random.shuffle(paths).slice(0, flips + 1);
  const [gone = '', ...flipped] = chosen;
  for (const path of flipped) await flip(random, join(release, path));
  rmSync(join(release, gone));
  writeFileSync(join(release, 'csv', 'extra.csv'), 'x');
  const expected = [...chosen, 'csv/extra.csv'];
  const told = await found(release);
  const missed = expected.filter((path) => !told.includes(path)).map((path) => `${path}: the damage was not found`);
  const invented = told.filter((path) => !expected.includes(path)).map((path) => `${path}: is called damaged, and is whole`);
  return { faults: [...whole, ...missed, ...invented], damaged: expected.length };
}
