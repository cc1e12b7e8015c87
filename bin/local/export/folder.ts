import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Failure } from '../../failure.ts';
import { makeFolders } from '../disk.ts';
import { diskFailure, errorCode } from '../disk-failure.ts';

/** Write pieces to a file one after the other, as fast as the disk takes them. */
export async function writePieces(path: string, pieces: AsyncIterable<string | Uint8Array>): Promise<void> {
  const file = createWriteStream(path);
  const failed = once(file, 'error').then(([error]) => {
    throw error;
  });
  const write = async () => {
    for await (const piece of pieces) if (!file.write(piece)) await once(file, 'drain');
    file.end();
    await once(file, 'close');
  };
  await Promise.race([write(), failed]);
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const part of createReadStream(path)) hash.update(part);
  return hash.digest('hex');
}

/** Names in a folder; null where nothing is there. Throws what else may be there, or on the way, as a person can act on it. */
async function namesAt(path: string, target: string): Promise<readonly string[] | null> {
  try {
    return await readdir(path);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw diskFailure(error, target);
  }
}

/**
 * Make a folder whole or not at all: it is written aside, gets its SHA256SUMS, and takes its name last. Throws `target_exists`
 * where something already has that name, and what the disk refuses as a person can act on it.
 */
export async function makeFolder(
  target: string,
  fill: (folder: string) => Promise<void>,
  onInterrupt: (undo: () => Promise<void>) => () => void,
): Promise<void> {
  const path = resolve(target);
  const taken = await namesAt(path, target);
  if (taken && taken.length > 0) throw new Failure('target_exists', { path: target });
  const aside = `${path}.part-${process.pid}`;
  const remove = () => rm(aside, { recursive: true, force: true });
  const forget = onInterrupt(remove);
  try {
    makeFolders(dirname(path));
    await mkdir(aside);
    await fill(aside);
    const names = (await readdir(aside)).sort();
    const sums = await Promise.all(names.map(async (name) => `${await sha256Of(join(aside, name))}  ${name}\n`));
    await writeFile(join(aside, 'SHA256SUMS'), sums.join(''));
    if (taken) await rm(path, { recursive: true });
    await rename(aside, path);
  } catch (error) {
    await remove();
    throw diskFailure(error, target);
  } finally {
    forget();
  }
}
