import type { Report } from '../../../schemas/report.ts';
import type { Row } from '../../../schemas/tables.ts';
import { rowOrder } from '../../derive/order.ts';
import type { Partition } from '../../keys.ts';
import { tableOf } from './report-rows.ts';

type Difference = Row<'candidate_differences'>;

/**
 * Cells in which another document for the same agency and year prints a number that the winner does not print there. A
 * cell that only the winner prints is no disagreement: the other is merely less complete.
 */
function differencesFrom(winner: Report, other: Report, { agency, year }: Partition): Difference[] {
  const values = new Map(winner.cells.map(({ code, value }) => [code, value]));
  return other.cells.flatMap(({ code, value }) => {
    const winner_value = values.get(code) ?? null;
    if (value === null || value === winner_value) return [];
    const table_code = tableOf(code);
    const [, row_code = '', column_code = ''] = code.split('.');
    return {
      agency_id: agency,
      year,
      table_code,
      row_code,
      column_code,
      winner_value,
      other_value: value,
      winner_sha256: winner.document.sha256,
      other_sha256: other.document.sha256,
    };
  });
}

/** Where the documents that did not win disagree with the one that did, as rows in their declared order. */
export function candidateDifferences(winner: Report, others: readonly Report[], partition: Partition): Difference[] {
  return others.flatMap((other) => differencesFrom(winner, other, partition)).sort(rowOrder('candidate_differences'));
}
