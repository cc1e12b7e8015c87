import { expect, test } from 'vitest';
import { readDocx } from '../../src/read/docx.ts';
import { readHtml } from '../../src/read/html.ts';
import { readOdt } from '../../src/read/odf.ts';
import { docxOf, openDocumentOf, outline, p, tc, wordPart } from './containers.ts';

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
  ['a piece that is not visible', '<td>规章<td><span style="visibility: hidden">13</span>15<td>4', ['规章', '15', '4']],
  ['a block, which a script may show', '<td>规章<td><div style="display:none">13</div><td>15', ['规章', '13', '15']],
])('what a page hides is no part of a row: %s', async (_, row, expected) => {
  expect(await cells(row)).toEqual(expected);
});

test.each([
  ['struck out', '<span style="text-decoration:line-through">13</span>15', '13 15'],
  ['too small to be seen', '1<font style="font-size:0px">3</font>5', '1 3 5'],
  ['too pale to be seen', '1<i style="color: transparent">3</i>5<b style="opacity:0">7</b>', '1 3 5 7'],
  ['as small as a style sheet is written', '<span style="font-size:0.9em">13</span>5', '135'],
  ['raised', '13<span style="vertical-align:super">1</span>5', '13¹5'],
  ['raised, and its end tag is its own', '13<span style="vertical-align:super">1<span>2</span></span><span>5</span>', '13¹²5'],
])('a piece of a figure that a style sets apart does not run into it: %s', async (_, cell, expected) => {
  expect(await cells(`<td>规章<td>${cell}`)).toEqual(['规章', expected]);
});

const styled = async (sheet: string, row: string) => {
  const { lines } = await readHtml(`<style>${sheet}</style><table><tr>${row}</tr></table>`, 'utf-8');
  return lines.map(({ row }) => row?.cells.map(({ text }) => text));
};

test.each([
  ['a piece of a cell', '.off{display:none}', '<td>规章<td><span class="note off">13</span>15', [['规章', '15']]],
  ['by its id', 'a{b:c} /* {} */ #x , #draft { color:red; DISPLAY : none !important }', '<td>规章<td id=draft>13<td>15', [['规章', '15']]],
  ['a row, and its name is asked for', 'tr.off{display:none}', '<td class=off>规章<td>1<tr class="off"><td>规章<td>2', [['规章', '1']]],
  ['on paper only', '@media print{.off{display:none} .x{y:z}} .x{display:none}', '<td>规章<td class=off>13<td class=x>2', [['规章', '13']]],
  ['on any screen', '@media only screen{.off{display:none}}.x{y:z}.z{display:none}', '<td>规章<td class=off>13<td class=z>2', [['规章']]],
  ['shown again', '.tab{display:none}.list .tab.on{display:table-cell}', '<td>规章<td class="tab on">13<td class=tab>2', [['规章', '13']]],
  ['shown for a moment', '.tip{display:none}td:hover .tip{display:inline}', '<td>规章<td>13<span class=tip>2</span>', [['规章', '13']]],
  ['inside something else', '.menu .off{display:none}', '<td>规章<td class=off>13', [['规章', '13']]],
  ['by a later rule', '.off{display:block}.off{display:none}', '<td>规章<td class=off>13<td>15', [['规章', '15']]],
])('what the style sheet of a page hides is no part of a row: %s', async (_, sheet, row, expected) => {
  expect(await styled(sheet, row)).toEqual(expected);
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

test('what the styles of Word hide or raise is no part of a figure', async () => {
  const style = (id: string, type: string, inside: string) => `<w:style w:styleId="${id}" w:type="${type}">${inside}</w:style>`;
  const styles = [
    style('gone', 'character', '<w:rPr><w:vanish/></w:rPr>'),
    style('also', 'character', '<w:basedOn w:val="gone"/>'),
    style('line', 'paragraph', '<w:rPr><w:vanish/></w:rPr>'),
    style('note', 'character', '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'),
    style('head', 'table', '<w:tblStylePr w:type="firstRow"><w:rPr><w:vanish/></w:rPr></w:tblStylePr>'),
  ];
  const run = (text: string, id: string, more = '') => `<w:r><w:rPr><w:rStyle w:val="${id}"/>${more}</w:rPr><w:t>${text}</w:t></w:r>`;
  const body = `<w:p>${run('办', 'head')}${run('7', 'gone')}${run('15', 'none')}${run('8', 'also')}${run('3', 'also', '<w:vanish w:val="0"/>')}${run('1', 'note')}</w:p>`;
  const hidden = p('9', '<w:pPr><w:pStyle w:val="line"/></w:pPr>');
  const file = docxOf(body + hidden, { 'word/styles.xml': wordPart('styles', styles.join('')) });
  expect(outline(await readDocx(file))).toEqual(['办153¹']);
});

test('of a field of Word its result is shown, of a field inside a code nothing', async () => {
  const mark = (kind: string) => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`;
  const field = (code: string, result: string) => `${mark('begin')}${code}${mark('separate')}<w:r><w:t>${result}</w:t></w:r>${mark('end')}`;
  const instruction = '<w:r><w:instrText> = </w:instrText></w:r>';
  const cells = tc(`<w:p>${field(instruction + field(instruction, '41'), '15')}</w:p>`) + tc(`<w:p>${mark('begin')}</w:p>`) + tc('7');
  expect(outline(await readDocx(docxOf(`<w:tbl><w:tr>${cells}</w:tr></w:tbl>`)))).toEqual(['0|0:15|1:|2:7']);
});

test('a hidden row of Word is none', async () => {
  const row = (text: string, properties = '') => `<w:tr><w:trPr>${properties}</w:trPr>${tc('规章')}${tc(text)}</w:tr>`;
  const table = `<w:tbl>${row('1')}${row('2', '<w:hidden/>')}${row('3', '<w:hidden w:val="0"/>')}</w:tbl>`;
  expect(outline(await readDocx(docxOf(table)))).toEqual(['0|0:规章|1:1', '0|0:规章|1:3']);
});

test('a note of OpenDocument to a figure of a table is no part of its cell', async () => {
  const note =
    '<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>含网上3件</text:p></text:note-body></text:note>';
  const cell = (text: string) => `<table:table-cell><text:p>${text}</text:p></table:table-cell>`;
  const table = `<table:table><table:table-row>${cell('规章')}${cell(`15${note}`)}</table:table-row></table:table><text:p>文后${note}</text:p>`;
  const shown = outline(await readOdt(openDocumentOf('text', table)));
  expect(shown[0]).toBe('0|0:规章|1:15');
  expect(shown.at(-1)).toBe('含网上3件');
});

test('what a style of OpenDocument hides is not shown', async () => {
  const hidden = (name: string, family: string, parent = '') =>
    `<style:style style:name="${name}" style:family="${family}" ${parent}><style:text-properties text:display="none"/></style:style>`;
  const derived = '<style:style style:name="T2" style:family="text" style:parent-style-name="T9"/>';
  const span = (name: string, text: string) => `<text:span text:style-name="${name}">${text}</text:span>`;
  const body = `<text:p>办理15${span('T1', '7')}${span('T2', '8')}件</text:p><text:p text:style-name="P1">9</text:p>`;
  const file = openDocumentOf('text', body, hidden('T1', 'text') + hidden('P1', 'paragraph') + derived, hidden('T9', 'text'));
  expect(outline(await readOdt(file))).toEqual(['办理15件']);
});

test.each([
  ['a text area', '<textarea rows="1">\n15\n</textarea>', '15'],
  ['a list, its chosen option', '<select><option>0<option selected value="a">15<option>99</select>', '15'],
  ['a list, its first option', '<select><option>15</option><option>99</option></select>', '15'],
  ['a button', '<button>15</button>', '15'],
  ['a field for telephone numbers', '<input type="tel" value="15">', '15'],
  ['a field beside a figure', '4<input value="1">', '4 1'],
  ['two fields', '<input value="4"><input value="1">', '4 1'],
  ['a field that is hidden', '<input style="display:none" value="7">15', '15'],
  ['a text area that is hidden', '15<textarea style="display:none">7</textarea>', '15'],
  ['what is there to be heard, beside what shows it', '<i class="a sr-only">15</i><i aria-hidden="true">15</i>', '15'],
])('what the fields of a form show is printed: %s', async (_, cell, expected) => {
  expect(await cells(`<td>规章<td>${cell}<td>4`)).toEqual(['规章', expected, '4']);
});

test.each([
  ['a picture', '<img src="15.png">'],
  ['a drawing', '<svg><text>15</text></svg>'],
  ['what a script draws', '<canvas></canvas>'],
  ['an element with a tree of its own', '<my-figure><template shadowrootmode="open">15</template></my-figure>'],
  ['a list that a script fills', '<select></select>'],
  ['a button with words', '<button>查看</button>'],
])('a cell that shows something else than text is not empty: %s', async (_, cell) => {
  expect(await cells(`<td>规章<td>${cell}<td>4`)).toEqual(['规章', '\ufffc', '4']);
  expect(await cells(`<td>规章<td>3${cell}<td>4`)).toEqual(['规章', '3', '4']);
});

test('a picture of a point, an empty field and a row of pictures alone say nothing', async () => {
  expect(await cells('<td>规章<td><img width=1 height=20><td><textarea></textarea><td><input>')).toEqual(['规章', '', '', '']);
  expect((await readHtml('<table><tr><td><img src=a><td><img src=b></table>', 'utf-8')).lines[0]?.text.trim()).toBe('');
});

test('the foot of a table is shown last, wherever it stands', async () => {
  const { lines } = await readHtml('<table><thead><tr><td>甲<tfoot><tr><td>丙<td>3<tbody><tr><td>乙<td>2</table><p>文后', 'utf-8');
  expect(lines.map(({ text }) => text)).toEqual(['甲', '乙\t2', '丙\t3', '文后']);
});

test('a section of XML is shown; the number of a note in brackets is no part of a figure', async () => {
  expect(await cells('<td>规章<td><![CDATA[15]]><td>4<sup><a href="#n">[2]</a></sup>')).toEqual(['规章', '15', '4²']);
});
