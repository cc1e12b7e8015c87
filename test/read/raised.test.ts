import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readHtml } from '../../src/read/html.ts';
import { readOdt } from '../../src/read/odf.ts';
import { readXlsx } from '../../src/read/xlsx.ts';
import { openDocumentOf, outline, xlsxOf, zipOf } from './containers.ts';

// The number of a note behind a figure is no part of it; Word, RTF and PDF have tests of their own.

test('a web page', async () => {
  const page = '<table><tr><td>规章</td><td>3<sup>1</sup></td><td>12<sup>注2</td><td>4</td></tr></table><p>面积5m<sup>2</sup>，共6间</p>';
  expect(outline(await readHtml(page, 'utf-8'))).toEqual(['0|0:规章|1:3¹|2:12注²|3:4', '面积5m²，共6间']);
});

test('a text of OpenDocument', async () => {
  const style = '<style:style style:name="T1" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>';
  const body = '<text:p>办理5<text:span text:style-name="T1">1</text:span>件，<text:span text:style-name="T2">2</text:span>件</text:p>';
  expect(outline(await readOdt(openDocumentOf('text', body, style)))).toEqual(['办理5¹件，2件']);
});

test('a workbook, in a cell of its own and in the shared strings', async () => {
  const runs = '<r><t>5</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>1</t></r><r><t>件</t></r>';
  expect(outline(await readXlsx(xlsxOf(`<row><c t="inlineStr"><is>${runs}</is></c><c><v>7</v></c></row>`)))).toEqual(['0|0:5¹件|1:7']);
  const parts = unzipSync(xlsxOf('<row><c t="s"><v>0</v></c><c><v>7</v></c></row>'));
  const texts = Object.fromEntries(Object.entries(parts).map(([name, bytes]) => [name, strFromU8(bytes)]));
  const space = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const shared = zipOf({ ...texts, 'xl/sharedStrings.xml': `<sst ${space}><si>${runs}</si></sst>` });
  expect(outline(await readXlsx(shared))).toEqual(['0|0:5¹件|1:7']);
});
