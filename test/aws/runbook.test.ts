import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { issueKinds } from '../../schemas/issues.ts';
import { quarantineKinds } from '../../schemas/quarantine.ts';
import { modulesOf } from '../support/imports.ts';

const root = join(import.meta.dirname, '../..');
const read = (...path: string[]) => readFileSync(join(root, ...path), 'utf8');

/** Codes a document can be quarantined for: unreadable documents, and what the dataset itself says. */
function quarantineCodes(): string[] {
  const unreadable = Object.entries(issueKinds).flatMap(([code, { severity }]) => (severity === 'error' ? [code] : []));
  const sources = modulesOf(root, 'src/dataset').map((path) => read(path));
  const own = sources.flatMap((source) =>
    [...source.matchAll(/(?:\bcode: |quarantined\(|code \?\? )'([a-z_]+)'/g)].map(([, code = '']) => code),
  );
  return [...new Set([...unreadable, ...own])].sort();
}

test('the runbook has a heading for every quarantine code, and for no other', () => {
  const codes = quarantineCodes();
  expect(codes.length).toBeGreaterThan(12);
  const section = read('docs', 'runbook.md').split('## Quarantine codes')[1] ?? '';
  expect([...section.matchAll(/^### (.+)$/gm)].map(([, heading]) => heading)).toEqual(codes);
});

test('the command line can say each of them in both languages', () => {
  expect(Object.keys(quarantineKinds).sort()).toEqual(quarantineCodes());
});
