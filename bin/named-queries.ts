import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSavedQuery, renderSavedQuery } from '../src/derive/saved-query.ts';
import { packageRoot } from './local/package-root.ts';
import { savedQueryNames } from './local/sql/saved-queries.ts';

/** The saved queries with their defaults filled in; whoever opens one in the console changes them in place. */
export const namedQueries = (): { name: string; description: string; sql: string }[] =>
  savedQueryNames().map((name) => {
    const query = parseSavedQuery(name, readFileSync(join(packageRoot(), 'queries', `${name}.sql`), 'utf8'));
    return { name, description: `${query.question.zh} / ${query.question.en}`, sql: renderSavedQuery(query) };
  });
