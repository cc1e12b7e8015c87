import type { Stores } from '../ports.ts';
import type { Parse } from './parser.ts';
import type { Sidecars } from './records/document-history.ts';
import type { PublishFrom } from './winner/publish.ts';

/** What a dataset is made of: its stores, the parser and its version, the format of tables, the privacy filter. */
export interface Dataset extends Stores, Sidecars, PublishFrom {
  readonly parse: Parse;
  readonly parserVersion: string;
}
