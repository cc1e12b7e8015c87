import type { Text } from '../language.ts';

/** A failure as a person reads it, with the exit code it ends in. `{places}` are filled with values. */
export interface Message extends Text {
  readonly exit: 1 | 2 | 3 | 4;
  /** What to do about it. */
  readonly advice?: Text;
}
