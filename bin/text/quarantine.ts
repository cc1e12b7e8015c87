import { quarantineKinds } from '../../schemas/quarantine.ts';
import { issueOf, recordedInEnglish } from '../../src/issue-text.ts';
import type { Io } from '../io.ts';
import { fill, type Text } from './language.ts';

interface Kind extends Text {
  readonly advice: Text;
}
const kinds: Readonly<Record<string, Kind>> = quarantineKinds;

/** Whether a recorded message is in the reader's language: what finds a fault records it in one language only. */
const speaks = (io: Pick<Io, 'language'>, message: string) => /\p{Script=Han}/u.test(message) === (io.language === 'zh');

/**
 * Why a document is in quarantine and what to do, in the reader's language: the recorded message, which says more, where
 * it can be said in that language, else the sentences of its code.
 */
export function quarantineText(io: Pick<Io, 'language' | 'text'>, code: string | null, recorded: string): string {
  const kind = code === null ? undefined : kinds[code];
  if (kind === undefined) return recorded;
  const said = speaks(io, recorded) ? recorded : io.language === 'en' ? recordedInEnglish(recorded) : null;
  // What a reader found often ends in what to do; where it does not, the code knows.
  const complete = said !== null && (issueOf(recorded) === null || recorded.includes('。'));
  if (complete) return said;
  return fill(io.text({ zh: '{what}。{advice}', en: '{what}. {advice}' }), { what: said ?? io.text(kind), advice: io.text(kind.advice) });
}

/** What a code of the table `quarantine` says, without what to do. */
export const quarantineReason = (io: Pick<Io, 'text'>, code: string): string => {
  const kind = kinds[code];
  return kind ? io.text(kind) : code;
};
