/** Parser version (contract 6): raised whenever any output changes; ordered as numbers. */
export const parserVersion = '0.1.0';

/** Version of the published schema (SemVer: tables only grow within a major version). */
export const schemaVersion = '1.0.0';
