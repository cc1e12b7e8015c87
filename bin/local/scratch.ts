import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onDisk } from './disk-failure.ts';

/** Make a folder for temporary files; the caller removes it. */
export const scratchFolder = (): string => onDisk(tmpdir(), () => mkdtempSync(join(tmpdir(), 'gongkai-')));
