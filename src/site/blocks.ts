import type { FormCellCode } from '../../schemas/forms/index.ts';
import type { HeadlineName } from '../../schemas/tables.ts';

/** A number of a report: a headline column of `reports`, or a cell that has none. */
export type Part = HeadlineName | FormCellCode;

/**
 * Numbers that are summed together: a report counts only where it has all of them, so that shares are of one and the same set of
 * reports. How many these are stands beside the sums.
 */
export interface Block {
  readonly id: string;
  readonly parts: readonly Part[];
}

const single = (part: Part): Block => ({ id: part, parts: [part] });

const remedy = (row: 'review' | 'litigation_direct' | 'litigation_after_review'): Block => ({
  id: row,
  parts: [
    `remedies_${row}_upheld`,
    `remedies_${row}_corrected`,
    `remedies_${row}_other`,
    `remedies_${row}_pending`,
    `remedies_${row}_total`,
  ],
});

/** Each reason for giving no information, alone: the forms differ in the later ones. */
const reasons: readonly Part[] = [
  'applications_denied_state_secret',
  'applications_denied_prohibited_by_law',
  'applications_denied_security_stability',
  'applications_denied_third_party_rights',
  'applications_denied_internal_affairs',
  'applications_denied_process_information',
  'applications_denied_enforcement_files',
  'applications_denied_registry_inquiry',
  'applications_unavailable_not_held',
  'applications_unavailable_needs_creation',
  'applications_unavailable_unclear',
  'applications_unprocessed_petition',
  'applications_unprocessed_repeat',
  'applications_unprocessed_publication',
  'applications_unprocessed_excessive',
  'applications_unprocessed_reconfirmation',
  'applications_other_processing',
  'applications_other_overdue_correction',
  'applications_other_fee_unpaid',
  'applications_other_misc',
];

/** Everything the explorer sums over reports. */
export const blocks: readonly Block[] = [
  {
    id: 'flow',
    parts: ['applications_new_received', 'applications_carried_in', 'applications_processed_total', 'applications_carried_out'],
  },
  {
    id: 'outcomes',
    parts: [
      'applications_processed_total',
      'applications_granted',
      'applications_partially_granted',
      'applications_denied_total',
      'applications_unavailable_total',
      'applications_unprocessed_total',
      'applications_other_total',
    ],
  },
  {
    id: 'applicants',
    parts: [
      'applications.new_received.natural_person',
      'applications.new_received.business',
      'applications.new_received.research',
      'applications.new_received.public_welfare',
      'applications.new_received.legal_service',
      'applications.new_received.other_organization',
    ],
  },
  remedy('review'),
  remedy('litigation_direct'),
  remedy('litigation_after_review'),
  single('applications_new_received'),
  // Before 2019 another form counted otherwise: shown beside, never joined.
  single('statistics.applications_received.year'),
  ...reasons.map(single),
];

/** The blocks a map of regions and years needs. */
export const mapBlocks: readonly Block[] = blocks.filter(({ id }) => ['outcomes', 'applications_new_received'].includes(id));

/** Codes of cells that the blocks take from `cells`. */
export const cellParts: readonly string[] = [...new Set(blocks.flatMap(({ parts }) => parts).filter((part) => part.includes('.')))];
