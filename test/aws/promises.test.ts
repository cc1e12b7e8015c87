import { expect, test } from 'vitest';
import { ingestPromises } from './promises/ingest.ts';
import { queryPromises } from './promises/query.ts';
import { storagePromises } from './promises/storage.ts';
import { ofType } from './resolve.ts';
import { newStack, synthesize } from './synth.ts';

const template = synthesize();

test.each([...storagePromises, ...ingestPromises, ...queryPromises])('%s', (_, offenders, damage) => {
  expect(offenders(template)).toEqual([]);
  const damaged = structuredClone(template);
  damage(damaged);
  expect(offenders(damaged)).not.toEqual([]);
});

test('no custom resource, no function that is not ours', () => {
  expect(Object.values(template.Resources).filter(({ Type }) => /^Custom::|CustomResource/.test(Type))).toEqual([]);
  expect(ofType(template, 'AWS::Lambda::Function').length).toBe(5);
});

test('cdk-nag has findings as soon as a construct breaks its rules', async () => {
  const { Bucket } = await import('aws-cdk-lib/aws-s3');
  const { App } = await import('aws-cdk-lib');
  const stack = newStack();
  new Bucket(stack, 'Open to all');
  expect(() => App.of(stack)?.synth()).toThrow(/AwsSolutions-S1/);
});
