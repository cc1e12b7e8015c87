import { relations } from '../../schemas/relations.ts';
import type { CheckResult, ReportCell } from '../../schemas/report.ts';
import { Cells } from './facts.ts';
import { relationChecks } from './relation.ts';
import { result, verdict } from './result.ts';

/** The stated sums that must be printed before a blank beside them can be tested: the right sides of A01 to A03. */
const stated = (cells: Cells, check: string, instance: string): boolean =>
  relations.some(
    (relation) =>
      relation.check === check &&
      relation.right.some((term) => cells.operand(`applications.${term.replace('*', instance)}`).value !== null),
  );

const isBlank = ({ status }: ReportCell): boolean => status === 'blank' || status === 'na_mark';

/**
 * A08: do the sums of table 3 hold with zero for every blank? The values stay null; a pass lets an analyst fill zeros
 * knowingly (domain 3.1). Lost and ambiguous cells are no blanks: sums over them stay untested.
 */
export function blanksCheck(cells: Cells): CheckResult[] {
  const table = cells.of('applications');
  if (table.length === 0) return [];
  const blanks = table.reduce((count, cell) => (isBlank(cell) ? count + 1 : count), 0);
  if (blanks === 0) return [result('A08', { outcome: 'not_assessable', message: '0 blank' })];
  const filled = new Cells(table.map((cell) => (isBlank(cell) ? { ...cell, value: 0, status: 'reported' as const } : cell)));
  const tested = relationChecks(filled).filter(
    ({ id, instance, outcome }) => ['A01', 'A02', 'A03'].includes(id) && outcome !== 'not_assessable' && stated(cells, id, instance ?? ''),
  );
  const broken = tested.filter(({ outcome }) => outcome === 'fail').map(({ id, instance }) => `${id} ${instance}`);
  const message = `${blanks} blank, ${tested.length} sums tested${broken.length > 0 ? `: ${broken.join(', ')}` : ''}`;
  return [result('A08', { outcome: tested.length === 0 ? 'not_assessable' : verdict(broken.length === 0), message })];
}
