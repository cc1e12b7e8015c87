import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onDisk } from './disk-failure.ts';

/** Make a folder for files that pass; whoever makes it removes it. */
export const scratchFolder = (): string => onDisk(tmpdir(), () => mkdtempSync(join(tmpdir(), 'gongkai-')));
