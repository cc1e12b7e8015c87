/** The script of a thread, beside the bundle; null where the program runs from its sources, which no thread can. */
export const threadScript = (name: 'ingest-worker' | 'parse-worker'): URL | null =>
  import.meta.url.endsWith('.ts') ? null : new URL(`./${name}.js`, import.meta.url);
