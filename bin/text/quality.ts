import type { Io } from '../io.ts';
import type { Quality } from '../local/sql/quality.ts';
import { type QualitySection, qualitySections, qualitySummary, soundStructure } from './quality-sections.ts';
import { shownValue } from './result.ts';
import { type TableColumn, table } from './table.ts';

function sectionView(io: Io, { heading, columns, rows }: QualitySection): string[] {
  const heads = columns.map(({ label, number }): TableColumn => ({ title: io.text(label), align: number ? 'right' : 'left' }));
  const body = rows.map((row) => columns.map((column) => shownValue(column.show(row, io))));
  const lines = table(heads, body, io.width - 2);
  return [
    '',
    io.style('bold', io.text(heading)),
    ...[...lines.titles, io.style('dim', lines.rule), ...lines.rows].map((line) => `  ${line}`),
  ];
}

/** The quality report for a person at a terminal. */
export function qualityView(io: Io, quality: Quality, place: string): string {
  return [
    `${io.style('bold', place)}  ${io.text(qualitySummary(quality))}`,
    ...qualitySections(quality).flatMap((section) => sectionView(io, section)),
    ...(quality.structure.length === 0 ? ['', io.text(soundStructure)] : []),
  ].join('\n');
}
