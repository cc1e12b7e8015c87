import { describe, expect, test } from 'vitest';
import { readDocx } from '../../src/read/docx.ts';
import { docxOf, outline, p, tc, wordPart } from './containers.ts';

const shown = async (body: string, parts?: Readonly<Record<string, string>>) => outline(await readDocx(docxOf(body, parts)));
const table = (...rows: string[]) => `<w:tbl>${rows.join('')}</w:tbl>`;
const tr = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`;

describe('tables', () => {
  test('merged cells have their exact place in the grid', async () => {
    const lines = await shown(
      table(
        tr(tc('办理结果', '<w:gridSpan w:val="2"/><w:vMerge w:val="restart"/>'), tc('申请人', '<w:gridSpan w:val="3"/>')),
        tr(tc('', '<w:gridSpan w:val="2"/><w:vMerge/>'), tc('自然人'), tc('企业'), tc('总计')),
        tr(tc('（一）公开', '<w:vMerge w:val="restart"/>'), tc('甲'), tc('1'), tc('2'), tc('3')),
        tr(tc('', '<w:vMerge/>'), tc('乙'), tc('4'), tc(''), tc('6')),
      ),
    );
    expect(lines).toEqual([
      '0|0+2×2:办理结果|2+3×1:申请人',
      '0|2:自然人|3:企业|4:总计',
      '0|0+1×2:(一)公开|1:甲|2:1|3:2|4:3',
      '0|1:乙|2:4|3:|4:6',
    ]);
  });

  test('columns left out before a row, cells merged to the left the old way, rows in a content control', async () => {
    const lines = await shown(
      table(
        `<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${tc('甲')}${tc('乙')}</w:tr>`,
        `<w:sdt><w:sdtContent>${tr(tc('丙', '<w:hMerge w:val="restart"/>'), tc('', '<w:hMerge/>'), tc('7'))}</w:sdtContent></w:sdt>`,
      ),
    );
    expect(lines).toEqual(['0|0:|1:甲|2:乙', '0|0+2×1:丙|2:7']);
  });

  test('a row or cell deleted with tracking leaves no trace', async () => {
    const lines = await shown(
      table(
        tr(tc('规章'), tc('1')),
        `<w:tr><w:trPr><w:del w:id="1"/></w:trPr>${tc('规章')}${tc('99')}</w:tr>`,
        tr(tc('文件'), tc('8', '<w:cellDel/>'), tc('2')),
      ),
    );
    expect(lines).toEqual(['0|0:规章|1:1', '0|0:文件|1:2']);
  });

  test('a frame around the article is layout; tables inside keep their rows', async () => {
    const inner = table(tr(tc('规章'), tc('1')));
    const lines = await shown(table(tr(tc(`${p('某局年度报告')}${p('一、总体情况')}${inner}${p('二、其他')}`))));
    expect(lines).toEqual(['某局年度报告', '一、总体情况', '0|0:规章|1:1', '二、其他']);
  });

  test('several paragraphs of a cell are one text', async () => {
    expect(await shown(table(tr(tc(`${p('商业')}${p('企业')}`), tc('5'))))).toEqual(['0|0:商业 企业|1:5']);
  });
});

describe('text as shown', () => {
  test('tracked deletions, moves, hidden text and field codes are left out', async () => {
    const runs =
      '<w:r><w:t>受理</w:t></w:r><w:del><w:r><w:delText>91</w:delText></w:r></w:del><w:ins><w:r><w:t>12</w:t></w:r></w:ins>' +
      '<w:moveFrom><w:r><w:t>旧</w:t></w:r></w:moveFrom><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r>' +
      '<w:r><w:instrText>PAGE 3</w:instrText></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>件</w:t></w:r>';
    expect(await shown(`<w:p>${runs}</w:p>`)).toEqual(['受理12件']);
  });

  test('a raised digit is no part of the number before it', async () => {
    const doc = await readDocx(
      docxOf(`<w:p><w:r><w:t>5</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>1</w:t></w:r></w:p>`),
    );
    expect(doc.lines[0]).toMatchObject({ text: '5¹', folded: '5¹' });
  });

  test('a text box is shown once, after the paragraph that holds it', async () => {
    const box = `<w:txbxContent>${p('统计表')}${table(tr(tc('规章'), tc('1')))}</w:txbxContent>`;
    const drawing = `<mc:AlternateContent><mc:Choice Requires="wps">${box}</mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent>`;
    expect(await shown(`<w:p><w:r><w:t>正文</w:t>${drawing}</w:r><w:r><w:t>续</w:t></w:r></w:p>`)).toEqual([
      '正文续',
      '统计表',
      '0|0:规章|1:1',
    ]);
  });

  test('a text box may hold more paragraphs than a call takes arguments', async () => {
    const box = `<w:txbxContent>${'<w:p/>'.repeat(900_000)}</w:txbxContent>`;
    expect(await shown(`<w:p><w:r><w:t>正文</w:t>${box}</w:r></w:p>`)).toEqual(['正文']);
  });

  test('notes stand at the end', async () => {
    expect(await shown(p('正文'), { 'word/footnotes.xml': wordPart('footnotes', `<w:footnote>${p('含上年结转')}</w:footnote>`) })).toEqual([
      '正文',
      '含上年结转',
    ]);
  });
});

describe('automatic numbers', () => {
  const level = (n: number, format: string, text: string, more = '') =>
    `<w:lvl w:ilvl="${n}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
  const numbering = wordPart(
    'numbering',
    `<w:abstractNum w:abstractNumId="7">${level(0, 'chineseCountingThousand', '%1、', '<w:pStyle w:val="H1"/>')}${level(1, 'chineseCounting', '（%2）')}${level(2, 'decimal', '%3.')}</w:abstractNum>` +
      '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>' +
      '<w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="11"/></w:lvlOverride></w:num>',
  );
  const styles = wordPart(
    'styles',
    '<w:style w:styleId="H1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:styleId="H1b"><w:basedOn w:val="H1"/></w:style>',
  );
  const parts = { 'word/numbering.xml': numbering, 'word/styles.xml': styles };
  const item = (text: string, ilvl: number, numId = 1) =>
    p(text, `<w:pPr><w:numPr><w:ilvl w:val="${ilvl}"/><w:numId w:val="${numId}"/></w:numPr></w:pPr>`);

  test('count as Word counts, by paragraph, style and level', async () => {
    const styled = (text: string, style: string) => p(text, `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`);
    const body = styled('总体情况', 'H1') + item('主动公开', 1) + item('属于国家秘密', 2) + item('依申请公开', 1) + item('重复申请', 2);
    expect(await shown(body + styled('其他', 'H1b') + item('续', 1) + item('附', 0, 2), parts)).toEqual([
      '一、总体情况',
      '（一）主动公开',
      '1.属于国家秘密',
      '（二）依申请公开',
      '1.重复申请',
      '二、其他',
      '（一）续',
      '十一、附',
    ]);
  });

  test('never run into a number of the text', async () => {
    expect(await shown(item('5', 2), parts)).toEqual(['1. 5']);
  });
});

describe('documents that cannot be read', () => {
  test.each([
    ['only pictures', docxOf('<w:p><w:r><v:imagedata/></w:r></w:p>'), 'scanned'],
    ['nothing', docxOf(p('  ')), 'no_text'],
    ['an embedded page', docxOf('<w:altChunk/>'), 'no_text'],
    ['broken XML', docxOf('<w:p><w:r>'), 'damaged'],
    ['half a file', docxOf(p('正文')).subarray(0, 200), 'damaged'],
    ['deep nesting', docxOf('<w:tbl><w:tr><w:tc>'.repeat(60) + '</w:tc></w:tr></w:tbl>'.repeat(60)), 'too_large'],
  ])('%s: %#', async (_, bytes, code) => {
    await expect(async () => readDocx(bytes)).rejects.toMatchObject({ name: 'UnreadableError', code });
  });

  test('an embedded spreadsheet is said not to be read', async () => {
    const doc = await readDocx(docxOf(`${p('正文')}<w:p><w:r><w:object><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r></w:p>`));
    expect(doc.issues).toMatchObject([{ code: 'table_as_image' }]);
  });
});
