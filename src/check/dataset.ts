import { addTo } from '../group-by.ts';
import type { DatasetCheck, ReportInBrief } from './brief.ts';
import { plain, result, verdict } from './result.ts';
import { checkYears } from './years.ts';

export { type DatasetCheck, inBrief, type ReportInBrief } from './brief.ts';

const columns = ['natural_person', 'business', 'research', 'public_welfare', 'legal_service', 'other_organization', 'total'];

const under = ({ agency_id, lineage_id, year }: ReportInBrief) => ({ agency_id, lineage_id, year });

function groups(reports: readonly ReportInBrief[], key: (report: ReportInBrief) => string | null): ReportInBrief[][] {
  const found = new Map<string, ReportInBrief[]>();
  for (const report of reports) {
    const name = key(report);
    if (name !== null) addTo(found, name, report);
  }
  return [...found.values()];
}

/** Q08: several documents for one agency and year; the others are in `documents` as superseded. */
const severalDocuments = (report: ReportInBrief): DatasetCheck => ({
  ...under(report),
  ...result('Q08', { outcome: verdict(report.documents <= 1), left: report.documents, right: 1, message: `documents ${report.documents}` }),
});

const summed = [
  'applications.new_received.total',
  'disclosure.licensing.decisions',
  'disclosure.penalties.decisions',
  'disclosure.coercion.decisions',
];

/** X01: what a government reports for its region against the reports held of its departments; never a sum over levels. */
function regionTotals(region: readonly ReportInBrief[]): DatasetCheck[] {
  const own = region.filter(({ coverage }) => coverage === 'own_organ');
  return region
    .filter(({ coverage }) => coverage === 'aggregate')
    .flatMap((government) =>
      summed.flatMap((code) => {
        const parts = own.flatMap(({ values }) => values.get(code) ?? []);
        if (parts.length === 0) return [];
        const right = parts.reduce((sum, value) => sum + value, 0);
        const left = government.values.get(code);
        const message = `${code} ${left === undefined ? 'none' : plain(left)}; ${parts.length} × ${code} = ${plain(right)}`;
        const outcome = left === undefined ? 'not_assessable' : verdict(left >= right);
        return { ...under(government), ...result('X01', { instance: code, outcome, left: left ?? null, right, message }) };
      }),
    );
}

/** The seven totals of table 3; null unless all are printed and none is zero (small tables agree by chance). */
function sevenTotals({ values }: ReportInBrief): string | null {
  const totals = columns.map((column) => values.get(`applications.processed_total.${column}`));
  return totals.every((value) => value !== undefined && value !== 0) ? totals.join(' ') : null;
}

/** X02: the same seven totals in the table of another agency: a copied report. */
function copies(same: readonly ReportInBrief[]): DatasetCheck[] {
  const agencies = [...new Set(same.map(({ agency_id }) => agency_id))].sort();
  return same.map((report) => {
    const other = agencies[0] === report.agency_id ? agencies[1] : agencies[0];
    const message = `applications.processed_total ${sevenTotals(report)}${other ? `; ${agencies.length - 1} × ${other}` : ''}`;
    return { ...under(report), ...result('X02', { instance: other, outcome: verdict(other === undefined), message }) };
  });
}

/**
 * Every check that needs other reports (A07, A09, D01, D13, D05 against last year, Q08, X01, X02), over the winners held.
 * Pure and in one pass per check; the order of the reports does not matter for what is found. Sorted by agency, year, id.
 */
export function checkDataset(reports: readonly ReportInBrief[]): DatasetCheck[] {
  const found = [
    ...checkYears(reports),
    ...reports.map(severalDocuments),
    ...groups(reports, ({ division_code, year }) => (division_code === null ? null : `${division_code} ${year}`)).flatMap(regionTotals),
    ...groups(reports, (report) => {
      const totals = sevenTotals(report);
      return totals === null ? null : `${report.year} ${totals}`;
    }).flatMap(copies),
  ];
  const order = (check: DatasetCheck) => `${check.agency_id} ${check.year} ${check.id} ${check.instance ?? ''}`;
  const keyed = found.map((check) => ({ check, key: order(check) }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ check }) => check);
}
