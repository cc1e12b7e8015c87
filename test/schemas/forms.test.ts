import { expect, test } from 'vitest';
import { allForms, type FormCellCode, forms } from '../../schemas/forms/index.ts';

test.each(forms)('form $id is plain data: a release can publish it as JSON', (form) => {
  expect(JSON.parse(JSON.stringify(form))).toStrictEqual(form);
});

test.each(allForms)('form $id: every code is one name, and every row, column and group speaks both languages', (form) => {
  for (const table of form.tables) {
    const labels = [table.heading, ...table.headings, ...table.groups.flatMap((group) => [...group.rows, ...group.columns])];
    for (const { zh, en } of labels) {
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(en).toMatch(/[A-Za-z]/);
    }
    const cells = table.groups.flatMap((group) => group.rows.flatMap((row) => group.columns.map((column) => `${row.code}.${column.code}`)));
    expect(new Set(cells).size).toBe(cells.length);
    for (const cell of cells) expect(cell).toMatch(/^[a-z][a-z0-9_]*\.[a-z][a-z_]*$/);
  }
});

test('a misspelt cell code does not compile', () => {
  const right: FormCellCode = 'applications.granted.total';
  // @ts-expect-error a missing letter
  const wrongRow: FormCellCode = 'applications.grantd.total';
  // @ts-expect-error a column of another table
  const wrongColumn: FormCellCode = 'applications.granted.upheld';
  // @ts-expect-error a row of another group, whose columns it has not
  const wrongGroup: FormCellCode = 'disclosure.fees.made_this_year';
  expect([right, wrongRow, wrongColumn, wrongGroup]).toHaveLength(4);
});
