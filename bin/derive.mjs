// `npm run derive`: writes the pages that are computed from schemas/ and the lock file. A test fails when one of them is stale.
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { licencesPage } from './licences.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { outputFiles } = await build({
  stdin: { contents: "export { dictionary } from './src/derive/dictionary.ts'", resolveDir: root },
  bundle: true,
  write: false,
  format: 'esm',
  platform: 'node',
});
const { dictionary } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
writeFileSync(join(root, 'docs', 'dictionary.md'), dictionary());
writeFileSync(join(root, 'docs', 'licences.md'), licencesPage(root));
