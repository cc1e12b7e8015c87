import { describe, expect, test } from 'vitest';
import { readDocument } from '../../src/read/index.ts';
import { sniffBinary } from '../../src/read/sniff.ts';
import { zipOf } from './containers.ts';

const latin = (text: string) => new Uint8Array(Buffer.from(text.padEnd(600, '\0'), 'latin1'));

describe('content tells the format', () => {
  test.each([
    ['a PDF behind a few bytes', latin('\r\n%PDF-1.7'), 'pdf'],
    ['RTF', latin('{\\rtf1\\ansi'), 'rtf'],
    ['a picture', latin('\x89PNG'), 'image'],
    ['OFD', zipOf({ 'OFD.xml': '<ofd/>' }), 'ofd'],
    ['files packed together', zipOf({ 'word.txt': '' }), 'zip'],
    ['an empty zip', zipOf({}), 'zip'],
    ['text', new TextEncoder().encode('政府信息公开'), null],
    ['a page', new TextEncoder().encode('<html>'), null],
  ])('%s', async (_, bytes, format) => {
    expect(await sniffBinary(bytes)).toBe(format);
  });
});

describe('known, but not read', () => {
  test.each([
    ['OFD', zipOf({ 'OFD.xml': '<ofd/>' }), 'OFD'],
    ['a zip given as a document', zipOf({ 'a.txt': '' }), '解压'],
    ['a picture', latin('GIF89a'), '文字识别'],
    ['RAR', latin('Rar!\x1a'), '解压'],
    ['7-Zip', latin('7z\xbc\xaf'), '解压'],
    ['a program', latin('MZ\x90'), '不是年度报告'],
    ['PowerPoint', zipOf({ 'ppt/presentation.xml': '<p/>' }), 'Word'],
    ['a drawing', zipOf({ mimetype: 'application/vnd.oasis.opendocument.graphics', 'content.xml': '<d/>' }), 'graphics'],
  ])('%s is refused with advice', async (_, bytes, advice) => {
    await expect(readDocument(bytes)).rejects.toMatchObject({ code: 'format_unsupported', message: expect.stringContaining(advice) });
  });

  test('half of an Office container is damaged', async () => {
    await expect(readDocument(latin('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'))).rejects.toMatchObject({ code: 'damaged' });
  });
});
