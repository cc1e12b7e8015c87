import { accessSync, constants } from 'node:fs';
import { Failure } from '../failure.ts';

/** Code of a file system error; undefined for anything else. */
export const errorCode = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** What went wrong, without the call and the path that Node adds: our message names them. */
export const reasonOf = (error: unknown): string => messageOf(error).replace(/, \w+ '.*$/, '');

/** Whether what is there may not be read, so that it was not writing that was denied. */
function isClosed(path: string): boolean {
  try {
    accessSync(path, constants.R_OK);
    return false;
  } catch (error) {
    return errorCode(error) === 'EACCES';
  }
}

/** A file system error as a person can act on it. */
export function diskFailure(error: unknown, path: string): unknown {
  switch (errorCode(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new Failure('disk_full', { path }, { cause: error });
    case 'EACCES':
      return new Failure(isClosed(path) ? 'read_denied' : 'folder_read_only', { path }, { cause: error });
    case 'EROFS':
      return new Failure('folder_read_only', { path }, { cause: error });
    case 'EPERM':
    case 'ENOTSUP':
    case 'EOPNOTSUPP':
    case 'EXDEV':
      return new Failure('folder_unsuitable', { path, reason: reasonOf(error) }, { cause: error });
    case 'ENOTDIR':
      return new Failure('folder_is_file', { path }, { cause: error });
    case undefined:
      return error;
    default:
      return new Failure('disk_failed', { path, reason: reasonOf(error) }, { cause: error });
  }
}

/** Do something; an error of the file system becomes a message a person can act on. */
export function onDisk<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw diskFailure(error, path);
  }
}
