import { accessSync, constants } from 'node:fs';
import { dirname } from 'node:path';
import { Failure } from '../failure.ts';

/** Code of a file system error; undefined for anything else. */
export const errorCode = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** What went wrong, without the call and the path that Node adds: our message names them. */
export const reasonOf = (error: unknown): string => messageOf(error).replace(/, \w+ '.*$/, '');

/** Whether a name was no UTF-8: Node reads such bytes as U+FFFD, and finds nothing under the name it then has. */
export const hasLostName = (path: string): boolean => path.includes('\ufffd');

/** Nothing was found at a path; `near`: what may have been meant. */
export const nothingAt = (path: string, near = ''): Failure =>
  hasLostName(path) ? new Failure('name_not_utf8', { path }) : new Failure('file_not_found', { path: path + near });

/** Whether what is there is closed to us: not to be read (`R_OK`), or not to be written (`W_OK`). */
function isClosed(path: string, to: number): boolean {
  try {
    accessSync(path, to);
    return false;
  } catch (error) {
    return ['EACCES', 'EROFS'].includes(errorCode(error) ?? '');
  }
}

/** A file system error as a person can act on it; a Failure stays what it is. */
export function diskFailure(error: unknown, path: string): unknown {
  if (error instanceof Failure) return error;
  switch (errorCode(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new Failure('disk_full', { path }, { cause: error });
    case 'EACCES':
      return new Failure(isClosed(path, constants.R_OK) ? 'read_denied' : 'folder_read_only', { path }, { cause: error });
    case 'EROFS':
      return new Failure('folder_read_only', { path }, { cause: error });
    case 'EPERM':
      // Linux refuses a second name for a file of somebody else's with this code, too.
      if (isClosed(dirname(path), constants.W_OK) || isClosed(path, constants.W_OK))
        return new Failure('folder_read_only', { path }, { cause: error });
      return new Failure('folder_unsuitable', { path, reason: reasonOf(error) }, { cause: error });
    case 'ENOTSUP':
    case 'EOPNOTSUPP':
    case 'EXDEV':
      return new Failure('folder_unsuitable', { path, reason: reasonOf(error) }, { cause: error });
    case 'EISDIR':
      return new Failure('file_is_folder', { path }, { cause: error });
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
