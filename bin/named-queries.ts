import { renderSavedQuery } from '../src/derive/saved-query.ts';
import { savedQueries } from './local/sql/saved-queries.ts';

/** The saved queries with their defaults filled in; whoever opens one in the console changes them in place. */
export const namedQueries = (): { name: string; description: string; sql: string }[] =>
  savedQueries().map((query) => ({
    name: query.name,
    description: `${query.question.zh} / ${query.question.en}`,
    sql: renderSavedQuery(query),
  }));
