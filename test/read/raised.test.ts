import { expect, test } from 'vitest';
import { readHtml } from '../../src/read/html.ts';
import { readOdt } from '../../src/read/odf.ts';
import { openDocumentOf, outline } from './containers.ts';

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
