import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { truthSchema } from '../../bench/accuracy/truth.ts';
import { layouts, randomReport, textLayouts } from '../../bench/generate/index.ts';
import { sumReadings } from '../../bench/generate/splits.ts';

const forms = ['2019', '2021', 'hybrid'] as const;
const decode = (bytes: Uint8Array, encoding = 'utf-8') => iconv.decode(Buffer.from(bytes), encoding);

describe('layouts', () => {
  it.each(layouts.map((layout) => [layout.name, layout] as const))('%s: a file with a truth, the same every time', (_name, layout) => {
    for (const [index, form] of forms.entries()) {
      const report = randomReport(40 + index, { form });
      const rendered = report.render(layout);
      truthSchema.parse(rendered.truth);
      expect(decode(rendered.bytes, layout.encoding)).not.toContain('\uFFFD');
      expect(Buffer.compare(rendered.bytes, randomReport(40 + index, { form }).render(layout.name).bytes)).toBe(0);
    }
  });

  it.each(textLayouts.filter((layout) => !layout.readings).map((layout) => [layout.name, layout] as const))(
    '%s: every cell stands in the line named for it',
    (_name, layout) => {
      for (const form of forms) {
        const { bytes, truth, lines } = randomReport(50, { form }).render(layout);
        const text = decode(bytes, layout.encoding).split('\n');
        const shown = Object.entries(truth.cells ?? {}).map(([code, cell]) => ({
          code,
          cell,
          line: text[(lines?.get(code) ?? 0) - 1] ?? '',
        }));
        const digits = (line: string) => line.normalize('NFKC').replaceAll(',', '');
        const missing = shown.filter(
          ({ cell, line }) => cell.value !== null && cell.status === 'reported' && !digits(line).includes(String(Math.abs(cell.value))),
        );
        expect(missing).toEqual([]);
      }
    },
  );

  it('name every cell of the printed forms, and subtotals only where they are printed', () => {
    const cells = (layout: string) => Object.keys(randomReport(60, { form: '2021' }).render(layout).truth.cells ?? {});
    expect(cells('html')).toHaveLength(10 + 25 * 7 + 15);
    expect(cells('html_subtotals')).toHaveLength(10 + 29 * 7 + 15);
    expect(cells('html_organization_total')).toHaveLength(10 + 25 * 8 + 15);
    expect(cells('stripped')).toHaveLength(0);
  });

  it('are as large as real pages', () => {
    const size = (layout: string) => randomReport(61).render(layout).bytes.length;
    expect(size('html')).toBeGreaterThan(7_000);
    expect(size('html_word')).toBeGreaterThan(60_000);
    expect(size('html_word_heavy')).toBeGreaterThan(220_000);
  });
});

describe('readings of digits run together', () => {
  it('counts the cuts that the sum of a row allows', () => {
    expect(sumReadings(['15130000154'], 7)).toBe(1); // 151 3 0 0 0 0 154
    expect(sumReadings(['0000000'], 7)).toBe(1);
    expect(sumReadings(['11121113'], 7)).toBe(0);
    expect(sumReadings(['111000012'], 7)).toBe(2); // 1 11 0 0 0 0 12 or 11 1 0 0 0 0 12
    expect(sumReadings(['1', '11', '0000', '12'], 7)).toBe(1);
  });
});
