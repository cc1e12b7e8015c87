import type { Text } from './published.ts';

/** A language of the explorer. */
export type Language = 'zh' | 'en';

let language: Language = 'zh';

/** The language of the page now. */
export const current = (): Language => language;

/** Speak this language from now on. */
export function speak(next: Language): void {
  language = next;
  document.documentElement.lang = next === 'zh' ? 'zh-CN' : 'en';
}

/** The reader's own language, where the address names none. */
export const preferred = (): Language => (navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en');

/** The sentence in the language of the page. */
export const t = (zh: string, en: string): string => (language === 'zh' ? zh : en);

/** A label in the language of the page; a code without one stands for itself. */
export const say = (text: Partial<Text> | undefined | null, code = ''): string => text?.[language] ?? code;

const formats = {
  zh: { whole: new Intl.NumberFormat('zh-CN'), exact: new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 10 }) },
  en: { whole: new Intl.NumberFormat('en-GB'), exact: new Intl.NumberFormat('en-GB', { maximumFractionDigits: 10 }) },
};

/** A number with its separators; a dash where there is none. */
export const number = (value: number | null | undefined): string =>
  value === null || value === undefined ? '–' : formats[language].exact.format(value);

/** A share as a percentage with one decimal. */
export const percent = (share: number | null | undefined): string =>
  share === null || share === undefined || Number.isNaN(share) ? '–' : `${(100 * share).toFixed(1)}%`;

/** Bytes as people read them. */
export const size = (bytes: number): string =>
  bytes < 1e3 ? `${bytes} B` : bytes < 1e6 ? `${(bytes / 1e3).toFixed(1)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;

/** What an agency is called; one that the text does not decide by its id. */
export const agencyName = (name: string | null, id: string): string =>
  name ?? t(`未能确定的机关（${id}）`, `Agency not identified (${id})`);

/** `1 report`, `3 reports`: a number and what it counts, for English sentences. */
export const many = (count: number, one: string, more = `${one}s`): string => `${number(count)} ${count === 1 ? one : more}`;
