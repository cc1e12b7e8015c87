export interface Changelog {
  readonly version: string | null;
  readonly day: string | null;
  readonly entries: number;
  readonly waiting: boolean;
}
export function readChangelog(text: string): Changelog;
export function conditions(tree: {
  readonly version: string;
  readonly locked: string;
  readonly changelog: Changelog;
  readonly tags: readonly string[];
  readonly changed: string;
}): [boolean, string][];
