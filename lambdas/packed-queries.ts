import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSavedQuery, type SavedQuery } from '../src/derive/saved-query.ts';

const preludeFile = 'duckdb-prelude.sql';

/** The saved queries, and what makes DuckDB answer them as Athena does, from the folder that is packed beside the function. */
export function packedQueries(): { readonly queries: readonly SavedQuery[]; readonly prelude: string } {
  const folder = join(process.env.LAMBDA_TASK_ROOT ?? '', 'queries');
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');
  const names = readdirSync(folder).filter((file) => file.endsWith('.sql') && file !== preludeFile);
  return { queries: names.sort().map((file) => parseSavedQuery(file.replace(/\.sql$/, ''), read(file))), prelude: read(preludeFile) };
}
