import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parseDocument } from '../src/parse.ts';
import { parserVersion } from '../src/version.ts';

// Contract 6: whoever changes any output raises the parser version, so that no two readings of one version differ.
// After raising it in src/version.ts, run the tests with GONGKAI_DIGEST=write and commit test/digest.json.

const file = new URL('digest.json', import.meta.url);
const folder = new URL('../samples/', import.meta.url);

async function digestOfSamples(): Promise<string> {
  const hash = createHash('sha256');
  for (const name of readdirSync(folder)
    .filter((entry) => /^\d/.test(entry))
    .sort()) {
    const { report } = await parseDocument(readFileSync(new URL(encodeURIComponent(name), folder)), { name });
    hash.update(JSON.stringify({ ...report, parser_version: '' }));
  }
  return hash.digest('hex');
}

it('reads the samples as this parser version always has', async () => {
  const known = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
  const digest = await digestOfSamples();
  if (process.env.GONGKAI_DIGEST === 'write') writeFileSync(file, `${JSON.stringify({ [parserVersion]: digest }, null, 2)}\n`);
  else expect({ [parserVersion]: digest }, 'output changed: raise src/version.ts, then GONGKAI_DIGEST=write').toEqual(known);
});
