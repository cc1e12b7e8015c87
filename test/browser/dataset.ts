import type { Report } from '../../schemas/report.ts';
import { Cells } from '../../src/check/facts.ts';
import { relationChecks } from '../../src/check/relation.ts';
import type { ObjectStore } from '../../src/ports.ts';
import { generatedReports, writeDataset } from '../support/generated-dataset.ts';

/** What a hostile office might write, in every place a report has for text. */
export const hostile = '<img src=x onerror="window.broken=true"><script>window.broken=true</script>';

/** An agency with a report a year, the first of them with a total that does not add up. */
export const wrong = { agency: '350200-justice-bureau', year: 2019, printed: 999 } as const;

function renamed(report: Report, agency_id: string, name: string, year: number): Report {
  return {
    ...report,
    agency: {
      ...report.agency,
      agency_id,
      lineage_id: agency_id,
      name,
      kind: agency_id.replace(/^\d+-/, ''),
      division_code: '350200',
      division_name: '福建省厦门市',
      division_level: 'prefecture',
    },
    report: { ...report.report, year, coverage: 'own_organ' },
  };
}

/** The printed total of new applications, made wrong; the checks follow. */
function withWrongTotal(report: Report): Report {
  const cells = report.cells.map((cell) =>
    cell.code === 'applications.new_received.total' ? { ...cell, value: wrong.printed, raw: String(wrong.printed) } : cell,
  );
  const sums = relationChecks(new Cells(cells)).filter(({ id }) => /^(A0[123]|M01)$/.test(id));
  return { ...report, cells, checks: [...sums, ...report.checks.filter(({ id }) => !/^(A0[123]|M01)$/.test(id))] };
}

/** Cells without a number, one for each reason. */
function withGaps(report: Report): Report {
  const gaps = ['blank', 'na_mark', 'ambiguous', 'unparsed', 'lost'] as const;
  const cells = report.cells.map((cell) => {
    const at = ['granted', 'partially_granted', 'denied_state_secret', 'unavailable_not_held', 'carried_out'].indexOf(
      /^applications\.(\w+)\.total$/.exec(cell.code)?.[1] ?? '',
    );
    const status = gaps[at];
    return status ? { ...cell, value: null, status } : cell;
  });
  return { ...report, cells };
}

/** A name and texts of a hostile document; numbers and lines stay where they are. */
function asHostile(report: Report): Report {
  const [first, ...rest] = report.sections;
  const section = first ? { ...first, heading: hostile, text: `${hostile}\n${first.text.split('\n').slice(1).join('\n')}` } : undefined;
  return {
    ...renamed(report, '350200-finance', `厦门市财政局${hostile}`, 2020),
    document: { ...report.document, name: `${hostile}.html`, source_url: 'javascript:window.broken=true' },
    report: { ...report.report, year: 2020, coverage: 'own_organ', title: hostile },
    cells: report.cells.map((cell, at) => (at === 0 ? { ...cell, raw: hostile, raw_label: hostile } : cell)),
    sections: section ? [section, ...rest] : [],
    issues: [{ code: 'label_truncated', severity: 'info', message: hostile, line: 1 }],
  };
}

/** Reports for the pages to show: generated ones, one agency over three years, a wrong total, a hostile report. */
export async function writeBrowserDataset(open: ObjectStore): Promise<Report[]> {
  const generated = generatedReports(80);
  const plain = generated.filter(({ forms, tables }) => forms.applications === '2019' && tables.applications === 'present');
  const later = generated.filter(({ forms, tables }) => forms.applications === '2021' && tables.applications === 'present');
  const [a, b, d] = plain;
  const [c] = later;
  if (!a || !b || !c || !d) throw new Error('the generator gave too few reports of a form');
  const name = '厦门市司法局';
  const own = [
    withWrongTotal(renamed(a, wrong.agency, name, 2019)),
    renamed(b, wrong.agency, name, 2020),
    withGaps(renamed(c, wrong.agency, name, 2022)),
    asHostile(d),
  ];
  const ids = new Set(own.map(({ agency }) => agency.agency_id));
  const all = [...own, ...generated.filter(({ agency }) => !ids.has(agency.agency_id))];
  await writeDataset(open, all);
  return all;
}
