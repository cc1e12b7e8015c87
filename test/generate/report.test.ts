import { describe, expect, it } from 'vitest';
import { randomReport, randomReports } from '../../bench/generate/index.ts';
import { reportSchema } from '../../schemas/report.ts';

const reports = [...randomReports(200)];

describe('random reports', () => {
  it('are report objects of contract 1', () => {
    for (const { report } of reports) reportSchema.parse(report);
  });

  it('balance: every sum of the form holds', () => {
    const broken = reports.flatMap(({ seed, report }) =>
      report.checks.filter((check) => check.outcome !== 'pass').map((check) => ({ seed, check })),
    );
    expect(broken).toEqual([]);
    expect(reports.every(({ report }) => report.checks.length > 35)).toBe(true);
  });

  it('name the line of every cell, and that line shows it', () => {
    for (const { report, plainText } of reports) {
      const lines = Buffer.from(plainText).toString('utf8').split('\n');
      for (const cell of report.cells) expect(lines[(cell.line ?? 0) - 1]?.split('\t'), cell.code).toContain(cell.raw);
      expect(report.sections.map((section) => section.text).join('\n')).toBe(lines.join('\n'));
    }
  });

  it('name the place of every mention', () => {
    for (const { report } of reports) {
      for (const mention of report.mentions) {
        const text = report.sections.find((section) => section.n === mention.section)?.text ?? '';
        expect(text.startsWith(mention.snippet, mention.offset), mention.snippet).toBe(true);
      }
    }
  });

  it('are the same for the same seed, and differ between seeds', () => {
    expect(randomReport(7).report).toEqual(randomReport(7).report);
    expect(new Set(reports.map(({ report }) => report.document.sha256)).size).toBe(reports.length);
  });

  it('come in every form asked for', () => {
    const form = (options: Parameters<typeof randomReport>[1]) => randomReport(3, options).report.forms;
    expect(form({ form: '2019' })).toMatchObject({ disclosure: '2019', applications: '2019' });
    expect(form({ year: 2024 })).toMatchObject({ disclosure: '2021', applications: '2021' });
    const hybrid = form({ form: 'hybrid' });
    expect(hybrid.disclosure).not.toBe(hybrid.applications);
    expect(randomReport(3, { division: '350200', kind: 'justice-bureau', year: 2022 }).report.agency.name).toBe('厦门市司法局');
  });
});
