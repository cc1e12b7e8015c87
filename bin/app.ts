import { join } from 'node:path';
import { newApp } from '../lib/app.ts';
import { SettingsError, settingsOf } from '../lib/settings.ts';
import { GongkaiStack } from '../lib/stack.ts';
import { packageRoot } from './local/package-root.ts';
import { namedQueries } from './named-queries.ts';

const app = newApp();
try {
  const settings = settingsOf(app.node.getAllContext());
  new GongkaiStack(app, 'Gongkai', { bundles: join(packageRoot(), 'dist', 'aws', 'lambdas'), settings, queries: namedQueries() });
  app.synth();
} catch (error) {
  if (!(error instanceof SettingsError)) throw error;
  console.error(`gongkai: ${error.message}`);
  process.exitCode = 1;
}
