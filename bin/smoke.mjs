// npm run smoke -- [--profile NAME] [--outputs FILE]: tries a deployment from the first file to the first query.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { bundleSmoke } from './bundle.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { values } = parseArgs({
  options: { profile: { type: 'string' }, outputs: { type: 'string', default: join(root, 'cdk.out', 'outputs.json') } },
});
if (values.profile) process.env.AWS_PROFILE = values.profile;

function outputs() {
  try {
    return JSON.parse(readFileSync(values.outputs, 'utf8')).Gongkai;
  } catch (error) {
    console.error(
      `gongkai: ${values.outputs} cannot be read (${error.message}). \`npx cdk deploy\` writes it; or name another with --outputs.`,
    );
    process.exit(2);
  }
}

const { RawBucket: rawBucket, OpenBucket: openBucket } = outputs();
const { smoke, SmokeFailure } = await import(pathToFileURL(await bundleSmoke()).href);
try {
  const place = { workgroup: 'gongkai', database: 'gongkai' };
  await smoke({ rawBucket, openBucket, ...place, pause: 1_000, patience: 180_000 }, (line) => console.log(line));
} catch (error) {
  console.error(`gongkai: ${error instanceof SmokeFailure || !process.env.DEBUG ? error.message : error.stack}`);
  process.exitCode = 1;
}
