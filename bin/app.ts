import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { newApp } from '../lib/app.ts';
import { settingsSchema } from '../lib/settings.ts';
import { GongkaiStack } from '../lib/stack.ts';

const bundles = join(dirname(fileURLToPath(import.meta.url)), 'lambdas');
const app = newApp();
const chosen = (name: string): unknown => app.node.tryGetContext(name) ?? undefined;
const settings = settingsSchema.parse(Object.fromEntries(Object.keys(settingsSchema.shape).map((name) => [name, chosen(name)])));
new GongkaiStack(app, 'Gongkai', { bundles, settings, queries: [] });
app.synth();
