import type { Stats } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { Socket } from 'node:net';
import { mostBytes } from '../../src/read/limits.ts';
import { Failure } from '../failure.ts';

/** What another program gives to this one: the shell has opened it, so that somebody is at its other end. */
const handedOver = /^\/dev\/(?:stdin|fd\/(\d+))$/;

/** A folder, a named pipe, a socket or a device where a document should be, as a failure a person can act on. */
export const notAFile = (path: string, place: Stats): Failure => new Failure(place.isDirectory() ? 'is_folder' : 'not_a_file', { path });

/**
 * The bytes of a file, or of what another program hands over (`/dev/stdin`, `<(…)`). Throws a Failure for a folder, a named
 * pipe, a socket or a device: opening or reading one may never end, and a thread that waits in the system cannot be interrupted.
 */
export async function readPlainFile(path: string): Promise<Uint8Array> {
  const place = await stat(path);
  if (place.isFile()) return readFile(path);
  const opened = place.isFIFO() ? handedOver.exec(path) : null;
  if (opened === null) throw notAFile(path, place);
  return readPipe(path, Number(opened[1] ?? 0));
}

/** Read by events, which Ctrl-C ends, and no further than any document is read. */
async function readPipe(path: string, fd: number): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of new Socket({ fd, readable: true, writable: false })) {
    parts.push(part);
    bytes += part.length;
    if (bytes > mostBytes) throw new Failure('input_too_large', { path, most: String(mostBytes / 1024 / 1024) });
  }
  return Buffer.concat(parts);
}
