import type { FormRow } from '../../schemas/forms/index.ts';
import type { ReportCell } from '../../schemas/report.ts';
import type { IndicatorRow } from '../match/indicators/indicators.ts';

/** Units as the statistics form prints them beside its labels. */
const units: Readonly<Record<string, string>> = {
  条: 'item',
  件: 'case',
  次: 'time',
  篇: 'item',
  个: 'item',
  人: 'person',
  人次: 'person',
  万元: 'CNY_10K',
  元: 'CNY',
};

/** The unit printed beside a label, if it is one the statistics form knows. */
export const printedUnit = ({ unit }: IndicatorRow): string | null => (unit ? (units[unit] ?? null) : null);

/** A cell of a row of the form with its unit: as printed in the cell, a printed currency, else the form's. */
export function withUnit(cell: ReportCell, row: FormRow, printedRow: IndicatorRow): ReportCell {
  if (cell.value === null) return cell;
  const printed = printedUnit(printedRow);
  const money = printed?.startsWith('CNY') ? printed : null;
  return { ...cell, unit: cell.unit ?? money ?? row.unit ?? null };
}
