import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import * as z from 'zod';
import { type Truth, truthSchema } from './truth.ts';

/** A document of a labelled corpus and what must hold of it. */
export interface LabelledDocument {
  readonly path: string;
  readonly truth: Truth;
}

/** What a labelled corpus holds: its documents, and truth files whose document is not there. */
export interface Corpus {
  readonly documents: readonly LabelledDocument[];
  readonly absent: readonly string[];
}

const hidden = (name: string) => name.startsWith('.') || name === 'node_modules' || name === 'expected';

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (hidden(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}

/** Folders that hold `expected/`, sub-folders included. */
function labelledFolders(folder: string): string[] {
  if (existsSync(join(folder, 'expected'))) return [folder];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !hidden(entry.name))
    .flatMap((entry) => labelledFolders(join(folder, entry.name)));
}

function readTruth(path: string): Truth {
  try {
    return truthSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    const reason = error instanceof z.ZodError ? z.prettifyError(error) : error instanceof Error ? error.message : String(error);
    throw new Error(`${path} is no truth file: ${reason}`);
  }
}

/**
 * The documents of a corpus, in order of name: a folder with documents and, for each, `expected/<document>.json`;
 * sub-folders are corpora too. `truths`: the folder of the truth files where they lie apart from the documents. Throws where
 * a folder is none, or a truth file cannot be understood.
 */
export function openCorpus(folder: string, truths?: string): Corpus {
  if (!existsSync(folder)) throw new Error(`there is no folder ${folder}`);
  if (truths !== undefined) return labelled(folder, truths);
  const folders = labelledFolders(folder);
  if (folders.length === 0) throw new Error(`${folder} holds no folder "expected" with truth files`);
  const corpora = folders.map((one) => labelled(one, join(one, 'expected')));
  return { documents: corpora.flatMap(({ documents }) => documents), absent: corpora.flatMap(({ absent }) => absent) };
}

/** The documents below a folder that have a truth file in another. */
function labelled(folder: string, truths: string): Corpus {
  const files = new Map(filesBelow(folder).map((path) => [basename(path).normalize('NFC'), path]));
  const documents: LabelledDocument[] = [];
  const absent: string[] = [];
  for (const file of readdirSync(truths).sort()) {
    if (!file.endsWith('.json')) continue;
    const truth = readTruth(join(truths, file));
    const name = (truth.document ?? file.slice(0, -'.json'.length)).normalize('NFC');
    const path = files.get(name);
    if (path === undefined) absent.push(name);
    else documents.push({ path, truth });
  }
  return { documents, absent };
}
