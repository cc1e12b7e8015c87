import type { CodeOf } from './codes.ts';
import type { FormCellCode } from './forms/index.ts';

// Which row of an older statistics form is which cell of the form that followed (domain 1.5). Where rows stand together, their sum is meant.

type Comparability = CodeOf<'comparability'>;
type RowOf<C = FormCellCode> = C extends `statistics.${infer Row}.year` ? Row : never;

/** Rows whose sum corresponds to the cells whose sum is given. */
export interface Counterpart {
  readonly from: readonly RowOf[];
  readonly to: readonly FormCellCode[];
  readonly comparability: Comparability;
  readonly note: string | null;
}

const sum = '几行之和 / the sum of several rows';
const wording = '用语不同 / the wording differs';

function counterpart(
  from: readonly RowOf[],
  comparability: Comparability,
  to: readonly FormCellCode[],
  note: string | null = wording,
): Counterpart {
  return { from, to, comparability, note };
}

/** From the statistics form of 2014 to the form of 2019; there was no carry-over before, and no kind of applicant. */
export const from2014: readonly Counterpart[] = [
  counterpart(['applications_received'], 'close', ['applications.new_received.total']),
  counterpart(['applications_already_public', 'applications_granted'], 'approximate', ['applications.granted.total'], sum),
  counterpart(['applications_partially_granted'], 'close', ['applications.partially_granted.total']),
  counterpart(['applications_denied_state_secret'], 'close', ['applications.denied_state_secret.total']),
  counterpart(
    ['applications_denied_trade_secret', 'applications_denied_privacy'],
    'approximate',
    ['applications.denied_third_party_rights.total'],
    sum,
  ),
  counterpart(['applications_denied_security_stability'], 'close', ['applications.denied_security_stability.total']),
  counterpart(['applications_not_this_organ', 'applications_not_exist'], 'approximate', ['applications.unavailable_not_held.total'], sum),
  counterpart(['applications_asked_to_amend'], 'approximate', ['applications.unavailable_unclear.total']),
  counterpart(
    ['applications_other_channels'],
    'approximate',
    ['applications.denied_registry_inquiry.total', 'applications.unprocessed_petition.total'],
    sum,
  ),
  counterpart(['applications_replied'], 'close', ['applications.processed_total.total']),
  counterpart(['review_total'], 'close', ['remedies.review.total']),
  counterpart(['review_corrected'], 'close', ['remedies.review.corrected']),
  counterpart(['litigation_total'], 'close', ['remedies.litigation_direct.total', 'remedies.litigation_after_review.total'], sum),
];

/** From the local annexes to the form of 2014; their exemptions were those of local rules, so the reasons do not correspond. */
export const from2004: readonly Counterpart[] = [
  counterpart(['l01'], 'close', ['statistics.proactive_items.year']),
  counterpart(['l03'], 'close', ['statistics.proactive_normative_made.year']),
  counterpart(['l10'], 'close', ['statistics.applications_received.year']),
  counterpart(['l11'], 'close', ['statistics.applications_received_in_person.year']),
  counterpart(['l12'], 'close', ['statistics.applications_received_fax.year']),
  counterpart(['l13', 'l14'], 'approximate', ['statistics.applications_received_online.year'], sum),
  counterpart(['l15'], 'close', ['statistics.applications_received_letter.year']),
  counterpart(['l17'], 'close', ['statistics.applications_replied.year']),
  counterpart(['l18'], 'close', ['statistics.applications_granted.year']),
  counterpart(['l19'], 'close', ['statistics.applications_partially_granted.year']),
  counterpart(
    ['l20'],
    'not_comparable',
    ['statistics.applications_denied.year'],
    '否决含非政府信息、不存在等 / refusals count what was not held or no government information',
  ),
  counterpart(['l21'], 'approximate', ['statistics.applications_denied_not_government_information.year']),
  counterpart(['l22'], 'close', ['statistics.applications_not_exist.year']),
  counterpart(['l23'], 'close', ['statistics.applications_not_this_organ.year']),
  counterpart(['l24'], 'close', ['statistics.applications_asked_to_amend.year']),
  counterpart(['l32'], 'close', ['statistics.review_total.year']),
  counterpart(['l33'], 'close', ['statistics.litigation_total.year']),
];
