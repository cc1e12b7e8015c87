import type { Report } from '../../../schemas/report.ts';
import { type Partition, regionOf } from '../../keys.ts';

/** Columns that the rows of a report carry. */
export interface RowKey {
  readonly agency_id: string;
  readonly lineage_id: string;
  readonly year: number;
  readonly region: string;
}

/** The columns that tell whose rows they are, and of which year. */
export const rowKey = ({ agency }: Report, { agency: agency_id, year }: Partition): RowKey => ({
  agency_id,
  lineage_id: agency.lineage_id,
  year,
  region: regionOf(agency_id),
});
