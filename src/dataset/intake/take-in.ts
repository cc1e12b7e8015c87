import { mostBytes } from '../../read/limits.ts';
import type { Dataset } from '../dataset.ts';
import type { Fetched } from './message.ts';
import { type Outlets, type Received, receive } from './receive.ts';
import { refuse } from './refuse.ts';

/** What came of a message: of no document, of one that is gone, of one that was taken in. */
export type Done = { readonly outcome: 'ignored' } | { readonly outcome: 'gone' } | ({ readonly outcome: 'received' } & Received);

/** Do with what was fetched what its message asks for. Throws only for reasons that may pass: a bad document is quarantined. */
export async function takeIn(dataset: Dataset, fetched: Fetched, outlets: Outlets): Promise<Done> {
  if (fetched.outcome === 'ignored' || fetched.outcome === 'gone') return fetched;
  if (fetched.outcome === 'too_large') return { outcome: 'received', ...(await refuseLarge(dataset, fetched, outlets)) };
  const { key, member, version, body, received, sourceUrl } = fetched;
  const whole = { file: { key, version }, version, body, received, sourceUrl };
  const arrival = member === undefined ? whole : (await import('./archive.ts')).memberOf(whole, member);
  return arrival === null ? { outcome: 'gone' } : { outcome: 'received', ...(await receive(dataset, arrival, outlets)) };
}

type TooLarge = Extract<Fetched, { outcome: 'too_large' }>;

function refuseLarge(dataset: Dataset, { key, version, bytes, received }: TooLarge, outlets: Outlets): Promise<Received> {
  const message = `the file has ${bytes} bytes, ${mostBytes} at most are read; split the archive, or submit the report alone`;
  return refuse(dataset, { key, version, bytes, received }, { code: 'too_large', stage: 'receive', message }, outlets);
}
