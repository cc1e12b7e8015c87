import { describe, expect, it } from 'vitest';
import { similar } from '../../bin/text/similar.ts';
import { table } from '../../bin/text/table.ts';
import { clip, displayWidth, pad, printable, wrap } from '../../bin/text/width.ts';

describe('text on a terminal', () => {
  it('counts Chinese double and escape codes not at all', () => {
    expect(displayWidth('公开ab')).toBe(6);
    expect(displayWidth('\u001b[31m公开\u001b[39m')).toBe(4);
    expect(pad('公开', 6)).toBe('公开  ');
    expect(pad('12', 4, 'right')).toBe('  12');
  });

  it('clips to the width and never beyond', () => {
    expect(clip('公开年度报告', 7)).toBe('公开年…');
    expect(clip('公开年度报告', 8)).toBe('公开年…');
    expect(clip('公开', 4)).toBe('公开');
  });

  it('wraps Chinese anywhere, English at blanks, closing marks with what they close', () => {
    expect(wrap('读取报告，发布数据。', 8)).toEqual(['读取报', '告，发布', '数据。']);
    expect(wrap('one two three', 7)).toEqual(['one two', 'three']);
  });

  it('shows control characters instead of obeying them', () => {
    expect(printable('a\u001b[2Jb\u0007')).toBe('a␛[2Jb␇');
  });

  it('aligns columns, numbers to the right', () => {
    const rows = [
      ['厦门市司法局', '4'],
      ['ab', '1200'],
    ];
    expect(table([{ title: '机关' }, { title: 'n', align: 'right' }], rows, 80)).toEqual({
      titles: ['机关             n'],
      rule: '────────────  ────',
      rows: ['厦门市司法局     4', 'ab            1200'],
    });
  });

  it('breaks long titles, the last line on the rule', () => {
    expect(table([{ title: '' }, { title: 'other organization', align: 'right', titleWidth: 12 }], [['a', '1']], 80).titles).toEqual([
      '          other',
      '   organization',
    ]);
  });

  it.each([22, 40, 80, 120])('keeps every line within %i columns', (room) => {
    const rows = Array.from({ length: 5 }, (_, n) => ['要求行政机关确认或重新出具已获取信息'.repeat(n + 1), 'legal_service', `${10 ** n}`]);
    const lines = table([{ title: '行' }, { title: 'column' }, { title: 'value', align: 'right' }], rows, room);
    for (const line of [...lines.titles, lines.rule, ...lines.rows]) expect(displayWidth(line)).toBeLessThanOrEqual(room);
  });

  it('never cuts a number, however narrow the terminal', () => {
    const lines = table(
      [{ title: 'some title' }, { title: 'a very long title', align: 'right' }],
      [['text that may be cut', '1234567890']],
      12,
    );
    expect(lines.rows).toEqual(['text …  1234567890']);
  });

  it('suggests what a mistyped name may have meant, and nothing where nothing is near', () => {
    expect(similar('agecny_id', ['agency_id', 'agency_kind', 'year'])).toEqual(['agency_id']);
    expect(similar('Reports', ['reports', 'cells'])).toEqual(['reports']);
    expect(similar('disclosure', ['disclosure_rate_by_year', 'cells'])).toEqual(['disclosure_rate_by_year']);
    expect(similar('xyzzy', ['reports', 'cells', 'checks'])).toEqual([]);
  });
});
