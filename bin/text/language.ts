/** Languages a person can be spoken to in. */
export const languages = ['zh', 'en'] as const;
/** A language a person is spoken to in. */
export type Language = (typeof languages)[number];

/** One sentence in both languages. */
export type Text = Readonly<Record<Language, string>>;

const isLanguage = (value: string | undefined): value is Language => languages.some((language) => language === value);

/** What follows `--lang` in an argument list, before the command line is parsed: help and errors need it too. */
function asked(argv: readonly string[]): string | undefined {
  const end = argv.indexOf('--');
  const options = end < 0 ? argv : argv.slice(0, end);
  const at = options.findLastIndex((argument) => argument === '--lang' || argument.startsWith('--lang='));
  return options[at]?.startsWith('--lang=') ? options[at].slice('--lang='.length) : options[at + 1];
}

/** The language of a run: `--lang`, else the locale of the environment (LC_ALL, LC_MESSAGES, LANG), else English. */
export function chooseLanguage(argv: readonly string[], env: Readonly<Record<string, string | undefined>>): Language {
  const wish = argv.some((argument) => argument.startsWith('--lang')) ? asked(argv) : undefined;
  if (isLanguage(wish)) return wish;
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return /^zh/i.test(locale) ? 'zh' : 'en';
}

/** A number with the word for what is counted: `1 file`, `2 files`; irregular plurals are given. English only. */
export const counted = (count: number, one: string, several = `${one}s`): string => `${count} ${count === 1 ? one : several}`;

/**
 * Put named values into the `{places}` of a sentence; `{files|file|files}` is the number with the form that goes with it.
 * A place without a value stays as it is, so that it is seen.
 */
export function fill(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)(?:\|([^|}]+)\|([^|}]+))?\}/g, (place, name: string, one?: string, several?: string) => {
    const value = values[name];
    if (value === undefined) return place;
    return one === undefined ? `${value}` : counted(Number(value), one, several);
  });
}
