import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Doc } from '../../src/model.ts';
import { parseDocument } from '../../src/parse.ts';
import { readDoc } from '../../src/read/doc.ts';
import { readDocx } from '../../src/read/docx.ts';
import { readDocument } from '../../src/read/index.ts';
import { readOds, readOdt } from '../../src/read/odf.ts';
import { readRtf } from '../../src/read/rtf.ts';
import { sniffBinary } from '../../src/read/sniff.ts';
import { readXls } from '../../src/read/xls.ts';
import { readXlsx } from '../../src/read/xlsx.ts';
import { outline } from './containers.ts';

// One report of ours, saved by LibreOffice in every format (fixtures/README.md).
const bytesOf = (format: string) => new Uint8Array(readFileSync(new URL(`fixtures/report.${format}`, import.meta.url)));
const readers = { docx: readDocx, doc: readDoc, rtf: readRtf, odt: readOdt, xlsx: readXlsx, xls: readXls, ods: readOds } as const;
const read = (format: keyof typeof readers): Promise<Doc> => readers[format](bytesOf(format));

/** Lines without the numbers of tables, which sheets cut at every heading that spans them. */
const rows = (doc: Doc) => outline(doc).map((line) => line.replace(/^\d+\|/, ''));

describe('one report', () => {
  test('in Word: every cell at its place', async () => {
    const lines = outline(await read('docx'));
    expect(lines).toHaveLength(60);
    expect(lines.slice(21, 29)).toEqual([
      '1|0+3×3:(本列数据的勾稽关系为:第一项加第二项之和,等于第三项加第四项之和)|3+7×1:申请人情况',
      '1|3+1×2:自然人|4+5×1:法人或其他组织|9+1×2:总计',
      '1|4:商业 企业|5:科研 机构|6:社会公益组织|7:法律服务机构|8:其他',
      '1|0+3×1:一、本年新收政府信息公开申请数量|3:184|4:424|5:409|6:595|7:215|8:574|9:2401',
      '1|0+3×1:二、上年结转政府信息公开申请数量|3:2|4:|5:1|6:|7:|8:|9:3',
      '1|0+1×22:三、本年度办理结果|1+2×1:(一)予以公开|3:2|4:5|5:12|6:1|7:2|8:0|9:22',
      '1|1+2×1:(二)部分公开(区分处理的,只计这一情形,不计其他情形)|3:0|4:1|5:2|6:103|7:2|8:12|9:120',
      '1|1+1×8:(三)不予公开|2:1.属于国家秘密|3:0|4:47|5:47|6:47|7:12|8:47|9:200',
    ]);
  });

  test.each(['doc', 'rtf', 'odt'] as const)('in %s is the same in every line', async (format) => {
    expect(outline(await read(format))).toEqual(outline(await read('docx')));
  });

  test('as a sheet: a heading over all columns is running text, the rows are the same', async () => {
    const word = rows(await read('docx'));
    const sheet = rows(await read('xlsx'));
    expect(sheet.slice(20)).toEqual(word.slice(20));
    expect(sheet.slice(6, 13)).toEqual([
      '第二十条第（一）项',
      '0:信息内容|1:本年制发件数|2:本年废止件数|3:现行有效件数',
      '0:规章|1:0|2:0|3:0',
      '0:行政规范性文件|1:4|2:1|3:36',
      '第二十条第（五）项',
      '0:信息内容|1:本年处理决定数量',
      '0:行政许可|1:1204',
    ]);
  });

  test.each(['xls', 'ods'] as const)('in %s is the same as in xlsx', async (format) => {
    expect(outline(await read(format))).toEqual(outline(await read('xlsx')));
  });

  test.each([...Object.keys(readers), 'pdf'])('in %s is read from a Buffer as from plain bytes, which stay as they are', async (format) => {
    const buffer = Buffer.from(bytesOf(format));
    const doc = await readDocument(buffer);
    expect(doc).toMatchObject({ format, encoding: null, script: 'simplified' });
    expect(doc.lines).toHaveLength(60);
    expect(buffer.equals(Buffer.from(bytesOf(format)))).toBe(true);
  });

  test.each(Object.keys(readers))('%s is known by its content', async (format) => {
    expect(await sniffBinary(bytesOf(format))).toBe(format);
  });
});

test('a document of Word that WPS named is called by that name', async () => {
  const formatOf = async (name: string) => (await parseDocument(bytesOf('doc'), { name })).report.document.format;
  expect([await formatOf('年报.doc'), await formatOf('年报.WPS')]).toEqual(['doc', 'wps']);
});
