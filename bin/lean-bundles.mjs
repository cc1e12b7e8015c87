// What the bundler leaves out of the Lambdas besides what is never imported: each plugin says why it may.
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * The Parquet writer takes two functions from the reader's index, which draws in the whole reader: then parse, which only
 * writes, would load it with every start. A third one would stop the build: "No matching export".
 */
const writerAlone = {
  name: 'writer-alone',
  setup(build) {
    build.onResolve({ filter: /^hyparquet$/ }, ({ importer }) =>
      /hyparquet-writer/.test(importer) ? { path: importer, namespace: 'writer-alone', sideEffects: false } : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: 'writer-alone' }, ({ path }) => ({
      contents: "export { toJson } from 'hyparquet/src/utils.js'; export { parquetSchema } from 'hyparquet/src/metadata.js';",
      resolveDir: dirname(path),
    }));
  },
};

/** `[name]:` as the SDK writes the keys of its shapes, with the constants `const name = "…";` at the head of the file. */
const constant = /^const (\w+) = (".*");$/gm;
const computedKey = /\[(\w+)\]:/g;

/**
 * The SDK describes every shape of a service in one file, with keys that are computed from constants; for all the bundler
 * knows, computing one has effects, so it keeps all of S3 for six commands. With the keys spelt out it keeps those in use.
 */
const shapesInUse = {
  name: 'shapes-in-use',
  setup(build) {
    build.onLoad({ filter: /@aws-sdk[\\/]client-\w+[\\/]dist-es[\\/]schemas[\\/]schemas_\d+\.js$/ }, ({ path }) => {
      const source = readFileSync(path, 'utf8');
      const keys = new Map(Array.from(source.matchAll(constant), ([, name, text]) => [name, text]));
      return { contents: source.replace(computedKey, (written, name) => (keys.has(name) ? `${keys.get(name)}:` : written)) };
    });
  },
};

/**
 * Lambda gives a function its credentials in the environment, for as long as its process lives. The SDK's other sources
 * (profiles, single sign-on, roles, instances) are 150 kB in twenty files that would be looked up and opened at every start.
 */
const credentialsOfLambda = {
  name: 'credentials-of-lambda',
  setup(build) {
    build.onResolve({ filter: /^@aws-sdk\/credential-provider-node$/ }, ({ importer }) => ({
      path: importer,
      namespace: 'credentials-of-lambda',
      sideEffects: false,
    }));
    build.onLoad({ filter: /.*/, namespace: 'credentials-of-lambda' }, ({ path }) => ({
      contents: "import { fromEnv } from '@aws-sdk/credential-provider-env'; export const defaultProvider = fromEnv;",
      resolveDir: dirname(path),
    }));
  },
};

/** The plugins for bundles of the Lambdas. */
export const leanBundles = [writerAlone, shapesInUse, credentialsOfLambda];
