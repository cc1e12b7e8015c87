import { fill, type Language } from './text/language.ts';
import { type MessageCode, messages } from './text/messages/index.ts';
import type { Message } from './text/messages/message.ts';

/** Exit codes of contract 4. */
export const exit = { done: 0, failed: 1, usage: 2, incomplete: 3, nothing: 4, interrupted: 130, terminated: 143 } as const;
/** An exit code of a command. */
export type ExitCode = (typeof exit)[keyof typeof exit];

/** Values for the places of a message. */
export type MessageValues = Readonly<Record<string, string | number>>;

/** Something a person can act on: a message of the catalogue with its values. Ends a command with the message's exit code. */
export class Failure extends Error {
  readonly code: MessageCode;
  readonly values: MessageValues;

  constructor(code: MessageCode, values: MessageValues = {}, options?: ErrorOptions) {
    super(fill(messages[code].en, values), options);
    this.code = code;
    this.values = values;
  }

  get exit(): ExitCode {
    return messages[this.code].exit;
  }

  /** What happened, and what to do about it. */
  told(language: Language): { readonly message: string; readonly advice: string | null } {
    const { advice, ...message }: Message = messages[this.code];
    return { message: fill(message[language], this.values), advice: advice ? fill(advice[language], this.values) : null };
  }
}
