import type { CheckResult } from '../../schemas/report.ts';
import { append } from '../append.ts';
import { groupBy } from '../group-by.ts';
import { blanksCheck } from './blanks.ts';
import { breakdownChecks } from './breakdown.ts';
import { disclosureChecks } from './disclosure.ts';
import { Cells, type CheckFacts } from './facts.ts';
import { proseChecks } from './prose.ts';
import { qualityChecks } from './quality.ts';
import { relationChecks } from './relation.ts';
import { directLawsuits } from './remedies.ts';
import { repetitionCheck } from './repetition.ts';
import { filingCheck } from './statistics.ts';
import { valueChecks } from './values.ts';

export { deadline } from './deadline.ts';
export { explainCheck } from './explain.ts';
export type { CheckFacts, RowCount, Share } from './facts.ts';

/**
 * Run every check over one report (contract 1, domain 3). Checks of a table are listed where it is there, those of prose
 * and document always; a sum over a null or `solved` part is `not_assessable`, never failed. Sorted by id.
 */
export function runChecks(facts: CheckFacts): CheckResult[] {
  const cells = new Cells(facts.cells);
  const form2014 = facts.forms.statistics === '2014';
  const results = [
    ...relationChecks(cells, form2014),
    ...valueChecks(facts, cells),
    ...blanksCheck(cells),
    ...disclosureChecks(facts, cells),
    ...directLawsuits(facts, cells),
    ...filingCheck(cells, form2014),
    ...proseChecks(facts, cells),
    ...breakdownChecks(facts),
    repetitionCheck(facts),
    ...qualityChecks(facts, cells),
  ];
  const byId = groupBy(results, ({ id }) => id);
  const sorted: CheckResult[] = [];
  for (const id of [...byId.keys()].sort()) append(sorted, byId.get(id) ?? []);
  return sorted;
}
