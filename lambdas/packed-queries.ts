import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSavedQuery, preludeFile, type SavedQuery, savedQueryName } from '../src/derive/saved-query.ts';

/** The saved queries, and what makes DuckDB answer them as Athena does, from the folder that is packed beside the function. */
export function packedQueries(): { readonly queries: readonly SavedQuery[]; readonly prelude: string } {
  const folder = join(process.env.LAMBDA_TASK_ROOT ?? '', 'queries');
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');
  const names = readdirSync(folder).flatMap((file) => savedQueryName(file) ?? []);
  return { queries: names.sort().map((name) => parseSavedQuery(name, read(`${name}.sql`))), prelude: read(preludeFile) };
}
