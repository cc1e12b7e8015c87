import type { IssueCode } from '../../schemas/issues.ts';
import type { DocumentFormat } from '../../schemas/report.ts';

/** A document that cannot be read: why, as a code of the closed list. Readers throw it; `parseDocument` records it. */
export class UnreadableError extends Error {
  override readonly name = 'UnreadableError';
  readonly code: IssueCode;
  /** The format, where it was recognised all the same. */
  readonly format: DocumentFormat | null;

  constructor(code: IssueCode, message: string, format: DocumentFormat | null = null) {
    super(message);
    this.code = code;
    this.format = format;
  }
}
