import { expect, test } from 'vitest';
import { readHtml } from '../../src/read/html.ts';

const cells = async (row: string) => {
  const { lines } = await readHtml(`<table><tr>${row}</tr></table><p>文后</p>`, 'utf-8');
  expect(lines.at(-1)?.text).toBe('文后');
  return lines[0]?.row?.cells.map(({ text }) => text);
};

test.each([
  ['a piece of a cell', '<td>规章<td><span style="display:none">13</span>15<td>4', ['规章', '15', '4']],
  ['with its like inside', '<td>规章<td><span style="DISPLAY: none;">1<span>3</span>7</span>15<td>4', ['规章', '15', '4']],
  ['that is never closed', '<td>规章<td><font hidden>13<td>15<td>4', ['规章', '', '15', '4']],
  ['as a word processor hides it', "<td>规章<td><span style='mso-hide:all'>13</span>15", ['规章', '15']],
  ['a cell', '<td>规章</td><td style="display:none">13</td><td>15</td>', ['规章', '15']],
  ['a cell without its end tag', '<td>规章<td hidden>13<td>15', ['规章', '15']],
  ['an element without content', '<td>规章<td><img style="display:none">13<td>15', ['规章', '13', '15']],
  ['a block, which a script may show', '<td>规章<td><div style="display:none">13</div><td>15', ['规章', '13', '15']],
])('what a page hides is no part of a row: %s', async (_, row, expected) => {
  expect(await cells(row)).toEqual(expected);
});

test('a hidden row is none', async () => {
  expect(await cells('<td>规章<td>1</tr><tr style="display:none"><td>规章<td>2')).toEqual(['规章', '1']);
  const { lines } = await readHtml('<table><tr><td>规章<td>1</tr><tr style="display:none"><td>规章<td>2</table>', 'utf-8');
  expect(lines).toHaveLength(1);
});

test('a figure struck out beside the one that replaced it does not run into it', async () => {
  expect(await cells('<td>规章<td><s>13</s>15<td><del>3</del><ins>4</ins>')).toEqual(['规章', '13 15', '3 4']);
});

test('figures in the text fields of a form are printed, those a page keeps for itself are not', async () => {
  expect(await cells('<td>规章<td><input value="15"><td><input type="hidden" value="7">3<td><input type=number value=4>')).toEqual([
    '规章',
    '15',
    '3',
    '4',
  ]);
});
