import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Template } from 'aws-cdk-lib/assertions';
import { namedQueries } from '../../bin/named-queries.ts';
import { functionNames } from '../../lib/access.ts';
import { newApp } from '../../lib/app.ts';
import { settingsSchema } from '../../lib/settings.ts';
import { GongkaiStack } from '../../lib/stack.ts';
import { templateSchema } from './resolve.ts';

/** A folder that has the shape of the bundles and nothing in them, with their maps: enough to synthesize. */
export function emptyBundles(): string {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-bundles-'));
  for (const name of functionNames) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, 'index.mjs'), 'export const handler = () => {};');
    writeFileSync(join(folder, name, 'index.mjs.map'), '{}');
  }
  return folder;
}

const temporary = () => mkdtempSync(join(tmpdir(), 'gongkai-synth-'));

interface Options {
  readonly chosen?: Record<string, unknown>;
  readonly bundles?: string;
  /** Validation by the schemas of CloudFormation takes seconds: one test asks for it. */
  readonly validated?: boolean;
  /** Where the assembly goes: the template and the assets it names. */
  readonly outdir?: string;
}

/** The stack in an app with the same context and checks as `cdk synth`; synthesizing throws on a finding of cdk-nag. */
export function newStack({ chosen = {}, bundles = emptyBundles(), validated = false, outdir = temporary() }: Options = {}): GongkaiStack {
  const app = newApp({ outdir, builtinCloudFormationValidation: validated });
  return new GongkaiStack(app, 'Gongkai', { bundles, settings: settingsSchema.parse(chosen), queries: namedQueries() });
}

/** Its template. */
export const synthesize = (options?: Options) => templateSchema.parse(Template.fromStack(newStack(options)).toJSON());
