// Wholes and their parts told in prose (mentions.md, "Checks that read mentions"), by mention code.

/** A whole and what it is made of. */
export interface Breakdown {
  /** Name of the instance of N08 and N10. */
  readonly name: string;
  readonly whole: string;
  readonly parts: readonly string[];
  /**
   * When parts that do not reach the whole contradict it: `listed` once all of them are told, `open` never,
   * for a part may be left untold. Parts that exceed the whole always contradict it.
   */
  readonly complete: 'listed' | 'open';
}

const filings = ['online', 'letter', 'in_person', 'fax', 'email'];
const outcomes = ['upheld', 'corrected', 'other', 'pending'];
const kinds = ['natural_person', 'business', 'research', 'public_welfare', 'legal_service', 'other_organization'];
const under = (subtotal: string, rows: readonly string[]) => rows.map((row) => `applications.${subtotal}_${row}`);

const denials = [
  'state_secret',
  'prohibited_by_law',
  'security_stability',
  'third_party_rights',
  'internal_affairs',
  'process_information',
  'enforcement_files',
  'registry_inquiry',
];

/** Every breakdown the checks N08 to N10 know. */
export const breakdowns: readonly Breakdown[] = [
  {
    name: 'results',
    whole: 'applications.processed_total',
    parts: ['granted', 'partially_granted', 'denied_total', 'unavailable_total', 'unprocessed_total', 'other_total'].map(
      (row) => `applications.${row}`,
    ),
    complete: 'listed',
  },
  { name: 'channels', whole: 'applications.processed_total', parts: under('processed', filings), complete: 'listed' },
  { name: 'new_received', whole: 'applications.new_received', parts: under('received', filings), complete: 'listed' },
  {
    name: 'applicants',
    whole: 'applications.new_received',
    parts: kinds.map((kind) => `applications.new_received.${kind}`),
    complete: 'listed',
  },
  { name: 'denied', whole: 'applications.denied_total', parts: under('denied', denials), complete: 'listed' },
  {
    name: 'unavailable',
    whole: 'applications.unavailable_total',
    parts: under('unavailable', ['not_held', 'needs_creation', 'unclear']),
    complete: 'listed',
  },
  {
    name: 'unprocessed',
    whole: 'applications.unprocessed_total',
    parts: under('unprocessed', ['petition', 'repeat', 'publication', 'excessive', 'reconfirmation']),
    complete: 'listed',
  },
  {
    name: 'other',
    whole: 'applications.other_total',
    parts: under('other', ['overdue_correction', 'fee_unpaid', 'misc']),
    complete: 'listed',
  },
  ...['review', 'litigation', 'litigation_direct', 'litigation_after_review'].map(
    (row): Breakdown => ({
      name: `remedies.${row}`,
      whole: `remedies.${row}.total`,
      parts: outcomes.map((outcome) => `remedies.${row}.${outcome}`),
      complete: 'listed',
    }),
  ),
  {
    name: 'remedies.litigation.kinds',
    whole: 'remedies.litigation.total',
    parts: ['remedies.litigation_direct.total', 'remedies.litigation_after_review.total'],
    complete: 'listed',
  },
  {
    name: 'documents.made',
    whole: 'documents.made',
    parts: ['proactive', 'on_request', 'not_disclosed'].map((attribute) => `documents.attribute_${attribute}`),
    complete: 'listed',
  },
  { name: 'posts.social_total', whole: 'posts.social_total', parts: ['posts.wechat', 'posts.weibo'], complete: 'open' },
  {
    name: 'posts.website',
    whole: 'posts.website',
    parts: ['news', 'notices', 'meetings', 'guides', 'forms'].map((kind) => `posts.website_${kind}`),
    complete: 'open',
  },
  {
    name: 'consultation.drafts',
    whole: 'consultation.drafts',
    parts: ['consultation.drafts_local_regulations', 'consultation.drafts_government_rules'],
    complete: 'open',
  },
  { name: 'staff', whole: 'staff.total', parts: ['staff.full_time', 'staff.part_time'], complete: 'listed' },
];
