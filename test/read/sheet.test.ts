import { describe, expect, it } from 'vitest';
import { readXlsx } from '../../src/read/xlsx.ts';
import { outline, xlsxOf } from './containers.ts';

describe('a workbook', () => {
  it('shows a part once, however often a damaged list of sheets names it', async () => {
    const doc = await readXlsx(xlsxOf('<row><c><v>1</v></c><c><v>2</v></c></row>', { times: 1000 }));
    expect(outline(doc)).toEqual(['0|0:1|1:2']);
  });

  it('shows the bare number where its format is longer than a spreadsheet program accepts', async () => {
    const cells = '<row><c s="0"><v>1.5</v></c><c s="0"><v>2</v></c></row>';
    expect(outline(await readXlsx(xlsxOf(cells, { format: '0.00' })))).toEqual(['0|0:1.50|1:2.00']);
    expect(outline(await readXlsx(xlsxOf(cells, { format: '0.00'.padEnd(300, '_ ') })))).toEqual(['0|0:1.5|1:2']);
  });
});
