/** Why a release cannot be made, re-checked or compared. */
export type ReleaseFailure =
  | 'no_reports'
  | 'release_exists'
  | 'release_begun'
  | 'release_not_later'
  | 'development_parser'
  | 'dataset_moved'
  | 'latest_moved'
  | 'not_a_release'
  | 'release_damaged';

/** A release that cannot be made or read; `values` fill the message. */
export class ReleaseError extends Error {
  readonly code: ReleaseFailure;
  readonly values: Readonly<Record<string, string>>;

  constructor(code: ReleaseFailure, values: Readonly<Record<string, string>> = {}) {
    super(`${code} ${JSON.stringify(values)}`);
    this.code = code;
    this.values = values;
  }
}
