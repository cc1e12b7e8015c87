import { current, type Language, preferred, speak } from './language.ts';

// The whole view is in the address after `#`: what is shared shows what was seen, also from a file.

/** Where the reader is: page, what stands after it, and filters. */
export interface Place {
  readonly page: string;
  readonly rest: readonly string[];
  readonly params: Readonly<Record<string, string>>;
}

/** Filters that stay when the page changes. */
const lasting = ['lang', 'coverage', 'region', 'level', 'kind'];

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** Read an address. */
export function placeOf(hash: string): Place {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  const [page = '', ...rest] = path.split('/').map(decode);
  return { page: page || 'overview', rest, params: Object.fromEntries(new URLSearchParams(query)) };
}

/** The reader's place. */
export const place = (): Place => placeOf(location.hash);

/** The address of another page; lasting filters come along. */
export function linkTo(page: string, rest: readonly string[] = [], params: Readonly<Record<string, string>> = {}): string {
  const { params: now } = place();
  const kept = Object.fromEntries(Object.entries(now).filter(([name]) => lasting.includes(name)));
  const all = new URLSearchParams(Object.entries({ ...kept, ...params }).filter(([, value]) => value !== ''));
  const query = all.toString();
  return `#/${[page, ...rest].map(encodeURIComponent).join('/')}${query ? `?${query}` : ''}`;
}

/** The address of this page with other parameters; '' takes one away. */
export function linkWith(params: Readonly<Record<string, string>>): string {
  const { page, rest, params: now } = place();
  return linkTo(page, rest, { ...now, ...params });
}

/** Go there. */
export function go(address: string): void {
  location.hash = address;
}

/** Change the address without drawing the page anew: what is typed or chosen within a page. */
export const note = (params: Readonly<Record<string, string>>): void => history.replaceState(null, '', linkWith(params));

/** Speak the language of the address, else the reader's own. */
export function speakOfPlace(): void {
  const { lang } = place().params;
  speak(lang === 'zh' || lang === 'en' ? lang : preferred());
}

/** The other language. */
export const other = (): Language => (current() === 'zh' ? 'en' : 'zh');
