import type { SavedQuery as PublishedQuery } from '../../schemas/explorer-reference.ts';
import { renderSavedQuery, type SavedQuery } from '../derive/saved-query.ts';

/** `data/queries.json`: the saved analyses with their defaults filled in, ready to run or to copy. */
export const queriesFile = (queries: readonly SavedQuery[]): PublishedQuery[] =>
  queries.map((query) => ({
    name: query.name,
    title: query.title,
    question: query.question,
    columns: query.columns.map(({ name, zh, en }) => ({ name, zh, en })),
    sql: renderSavedQuery(query),
  }));
