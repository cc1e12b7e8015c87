import { execFile } from 'node:child_process';
import { closeSync, fsync, fsyncSync, openSync } from 'node:fs';
import { release } from 'node:os';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { concurrentEach } from '../../../src/concurrency.ts';
import { ifThere } from '../disk.ts';
import { diskFailure, errorCode } from '../disk-failure.ts';

const synced = promisify(fsync);
const run = promisify(execFile);

/** Make a file's bytes, or a folder's names, survive a power cut. */
export function flushNow(path: string): void {
  const file = ifThere(() => openSync(path, 'r'));
  if (file === null) return;
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** From so many files on it takes less to have the whole file system written. */
const many = 100;

/** Whether `sync -f` writes a file system and says so when it could not: on Linux since 5.8. */
function tellsErrors(): boolean {
  const [major = 0, minor = 0] = release().split('.').map(Number);
  return process.platform === 'linux' && (major > 5 || (major === 5 && minor >= 8));
}

/** Have the file system of a folder written; false where that cannot be done, or was not done without an error. */
async function wholeSystem(folder: string): Promise<boolean> {
  try {
    await run('sync', ['-f', folder]);
    return true;
  } catch {
    return false;
  }
}

async function flushOne(path: string): Promise<void> {
  try {
    // Only the disk is waited for: to open and close takes less than to have it done elsewhere.
    const file = openSync(path, 'r');
    await synced(file).finally(() => closeSync(file));
  } catch (error) {
    // Gone: replaced by a newer file, or its folder was left empty.
    if (errorCode(error) !== 'ENOENT') throw diskFailure(error, path);
  }
}

const eachOf = (paths: readonly string[]): Promise<void> => concurrentEach(paths, 32, flushOne);

/**
 * The same for many files below a folder, and for the folders that name them: all with one call where the system can do
 * that, else at least many at once. The flush of a file itself reports why it could not be written.
 */
export async function flushAll(root: string, files: readonly string[]): Promise<void> {
  if (files.length >= many && tellsErrors() && (await wholeSystem(root))) return;
  await eachOf(files);
  await eachOf([...new Set(files.map((path) => dirname(path)))]);
}
