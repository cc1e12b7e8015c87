import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../../bin/local/package-root.ts';
import { newApp } from '../../lib/app.ts';
import { completeAddress } from '../../lib/distribution.ts';
import { settingsOf } from '../../lib/settings.ts';
import { accessTests } from './access.ts';
import { alarmPromises } from './promises/alarms.ts';
import { functionPromises } from './promises/functions.ts';
import { ingestPromises } from './promises/ingest.ts';
import { observabilityPromises } from './promises/observability.ts';
import { publishPromises, readableKeys } from './promises/publish.ts';
import { queryPromises } from './promises/query.ts';
import { storagePromises } from './promises/storage.ts';
import { ofType } from './resolve.ts';
import { newStack, synthesize } from './synth.ts';

const template = synthesize();

const promises = [
  ...storagePromises,
  ...ingestPromises,
  ...functionPromises,
  ...queryPromises,
  ...publishPromises,
  ...alarmPromises,
  ...observabilityPromises,
];

accessTests(template);

test.each(promises)('%s', (_, offenders, damage) => {
  expect(offenders(template)).toEqual([]);
  const damaged = structuredClone(template);
  damage(damaged);
  expect(offenders(damaged)).not.toEqual([]);
});

test('no custom resource, no function that is not ours', () => {
  expect(Object.values(template.Resources).filter(({ Type }) => /^Custom::|CustomResource/.test(Type))).toEqual([]);
  expect(ofType(template, 'AWS::Lambda::Function').length).toBe(5);
});

test('CloudFormation knows every property and value of the template', () => {
  expect(() => synthesize({ validated: true })).not.toThrow();
});

test('functions are sent without the maps of their sources, which stay with the build', () => {
  const outdir = mkdtempSync(join(tmpdir(), 'gongkai-synth-'));
  synthesize({ outdir });
  const sent = readdirSync(outdir, { recursive: true, encoding: 'utf8' }).filter((name) => name.includes('index.mjs'));
  expect(sent.length).toBeGreaterThan(0);
  expect(sent.filter((name) => name.endsWith('.map'))).toEqual([]);
});

test('cdk-nag has findings as soon as a construct breaks its rules', async () => {
  const { Bucket } = await import('aws-cdk-lib/aws-s3');
  const { App } = await import('aws-cdk-lib');
  const stack = newStack();
  new Bucket(stack, 'Open to all');
  expect(() => App.of(stack)?.synth()).toThrow(/AwsSolutions-S1/);
});

test('what runbook and guide name in a command is in the stack', () => {
  const pages = ['docs/runbook.md', 'docs/guides/deploy.md'].map((page) => readFileSync(join(packageRoot(), page), 'utf8'));
  const asked = [...pages.join('\n').matchAll(/\b(?:named|logged|call) ([A-Z]\w+)/g)].map(([, id = '']) => id);
  expect(asked.length).toBeGreaterThan(20);
  const known = new Set(Object.keys(template.Resources).map((id) => id.replace(/[0-9A-F]{8}$/, '')));
  expect(asked.filter((id) => !known.has(id))).toEqual([]);
});

test('a deployment tells what the guide names, by exactly these names', () => {
  const guide = readFileSync(join(packageRoot(), 'docs/guides/deploy.md'), 'utf8');
  const named: string[] = /prints what it made: ([^.]+)\./.exec(guide)?.[1]?.match(/\w+/g) ?? [];
  expect(named.length).toBeGreaterThan(3);
  expect(
    Object.keys(template.Outputs)
      .filter((name) => named.includes(name))
      .sort(),
  ).toEqual(named.sort());
});

test('publish: live opens the tables to the world', () => {
  expect(readableKeys(synthesize({ chosen: { publish: 'live' } }))).toEqual(['open/*']);
});

test('what the deployer chooses is what is made: who gets the mails, at how many dollars, and how much a query may scan', () => {
  const made = synthesize({ chosen: { alarmEmail: 'a@example.org', monthlyBudget: 20, scanLimit: 2 } });
  const [found, mails] = [made, template].map((one) => ofType(one, 'AWS::SNS::Subscription').map(([, { Properties }]) => Properties));
  expect(found).toMatchObject([{ Protocol: 'email', Endpoint: 'a@example.org' }]);
  expect(mails).toEqual([]);
  expect(ofType(made, 'AWS::Budgets::Budget')).toMatchObject([
    [expect.any(String), { Properties: { Budget: { BudgetLimit: { Amount: 20 } } } }],
  ]);
  expect(ofType(made, 'AWS::Athena::WorkGroup')).toMatchObject([
    [expect.any(String), { Properties: { WorkGroupConfiguration: { BytesScannedCutoffPerQuery: 2e9 } } }],
  ]);
});

test('a setting that does not exist, or has no sense, is refused with its name', () => {
  // As they are typed: among what the CDK itself keeps in the context.
  const chosen = (context: Record<string, unknown>) => settingsOf(newApp({ context }).node.getAllContext());
  expect(() => chosen({ publsh: 'live' })).toThrow(/publsh/);
  expect(() => chosen({ publish: 'all' })).toThrow(/publish/);
  for (const name of ['scanLimit', 'monthlyBudget'])
    for (const none of ['0', '-1', 'ten']) expect(() => chosen({ [name]: none })).toThrow(name);
  expect(chosen({ monthlyBudget: '20' })).toEqual({ publish: 'releases', monthlyBudget: 20, scanLimit: 10 });
});

test.each([
  ['/', '302 /site/'],
  ['/site/', '/site/index.html'],
  ['/site/app.js', '/site/app.js'],
  ['/releases/latest.json', '/releases/latest.json'],
])('the address %s leads to %s', (uri, target) => {
  const handler = new Function('event', `${completeAddress}; return handler(event);`);
  const { statusCode, headers, uri: reached } = handler({ request: { uri } });
  expect(statusCode ? `${statusCode} ${headers.location.value}` : reached).toBe(target);
});
