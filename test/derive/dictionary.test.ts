import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { agencyKinds } from '../../schemas/agency-kinds.ts';
import { checkKinds } from '../../schemas/checks.ts';
import { codeLists } from '../../schemas/codes.ts';
import { allForms } from '../../schemas/forms/index.ts';
import { issueKinds } from '../../schemas/issues.ts';
import { mentionKinds } from '../../schemas/mentions.ts';
import { type Table, tables } from '../../schemas/tables.ts';
import { dictionary } from '../../src/derive/dictionary.ts';

const page = readFileSync(join(import.meta.dirname, '../../docs/dictionary.md'), 'utf8');

test('docs/dictionary.md is what the schemas say: run `npm run derive` when this fails', () => {
  expect(page === dictionary(), 'docs/dictionary.md is stale: run `npm run derive` and commit it').toBe(true);
});

test('every table, column, code, mention, kind of organ, check, issue, row and column of a form is on the page', () => {
  const names = [
    ...Object.values<Table>(tables).flatMap((table) => Object.keys(table.columns)),
    ...Object.values(codeLists).flatMap((list) => Object.keys(list)),
    ...Object.keys(checkKinds),
    ...Object.keys(issueKinds),
    ...Object.keys(mentionKinds),
    ...agencyKinds.map(({ code }) => code),
    ...allForms.flatMap((form) => form.tables.flatMap((t) => t.groups.flatMap((g) => [...g.rows, ...g.columns].map(({ code }) => code)))),
  ];
  expect(names.length).toBeGreaterThan(400);
  expect(names.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
  for (const name of [...Object.keys(tables), ...Object.keys(codeLists)]) expect(page).toContain(`### ${name}\n`);
});

test('every link leads to a heading of the page', () => {
  const headings = new Set([...page.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => heading));
  const targets = [...page.matchAll(/\]\(#([a-z_]+)\)/g)].map(([, target]) => target);
  expect(targets.length).toBeGreaterThan(20);
  expect(targets.filter((target) => !headings.has(target))).toEqual([]);
});

test('no row of a table has lost or gained a cell to a bar in a text', () => {
  const widths = new Map<string, number>();
  let block = '';
  for (const line of page.split('\n')) {
    if (!line.startsWith('|')) block = '';
    else {
      block ||= line;
      const cells = line.replaceAll('\\|', '').split('|').length;
      expect(widths.get(block) ?? cells, line).toBe(cells);
      widths.set(block, cells);
    }
  }
});
