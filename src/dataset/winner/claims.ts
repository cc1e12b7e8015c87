import { baseName } from '../intake/source-file.ts';
import { formatRank, type Standing } from './standing.ts';

/** A document that claims an agency and year, by its newest reading. */
export interface Claim {
  readonly sha256: string;
  /** Key of the immutable candidate. */
  readonly candidate: string;
  readonly keys: readonly string[];
  readonly withdrawn: string | null;
  readonly correctionOf: string | null;
  readonly standing: Standing;
}

/** Why a document won: the first point in which it is ahead of the next one (column `winner_reason`). */
export const winnerReasons = [
  'only_candidate',
  'not_withdrawn',
  'explicit_correction',
  'more_checks_passed',
  'more_cells',
  'complete_report',
  'source_authority',
  'format',
  'published_later',
  'lowest_sha256',
] as const;
/** Why a document won. */
export type WinnerReason = (typeof winnerReasons)[number];

/** Claims in order, the winner first if any may be published. */
export interface Resolution {
  readonly ranked: readonly Claim[];
  readonly winner: Claim | null;
  readonly reason: WinnerReason | null;
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function refersTo(reference: string, { sha256, keys }: Claim): boolean {
  if (/^[0-9a-f]{8,64}$/.test(reference)) return sha256.startsWith(reference);
  return keys.some((key) => key === reference || baseName(key) === reference);
}

/** How many corrections a document stands on: a correction of a correction is 2. Corrections in a circle do not count. */
function correctionDepths(claims: readonly Claim[]): ReadonlyMap<Claim, number> {
  const corrected = new Map(
    claims.map((claim) => {
      const { correctionOf } = claim;
      return [claim, correctionOf === null ? [] : claims.filter((other) => other !== claim && refersTo(correctionOf, other))];
    }),
  );
  const inCircle = (claim: Claim): boolean => {
    const reached = new Set<Claim>();
    const open = [...(corrected.get(claim) ?? [])];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (next === claim) return true;
      if (!reached.has(next)) open.push(...(corrected.get(next) ?? []));
      reached.add(next);
    }
    return false;
  };
  const depth = (claim: Claim): number =>
    claim.correctionOf === null || inCircle(claim) ? 0 : 1 + Math.max(0, ...(corrected.get(claim) ?? []).map(depth));
  return new Map(claims.map((claim) => [claim, depth(claim)]));
}

/**
 * Who wins an agency and year: a total order over documents without clock and without order of arrival. Not withdrawn, an
 * explicit correction, checks passed and cells present, the source's authority, the format, the stated date, the hash.
 */
export function resolveClaims(claims: readonly Claim[]): Resolution {
  const depths = correctionDepths(claims);
  const points: readonly (readonly [WinnerReason, (a: Claim, b: Claim) => number])[] = [
    ['not_withdrawn', (a, b) => Number(a.withdrawn !== null) - Number(b.withdrawn !== null)],
    ['explicit_correction', (a, b) => (depths.get(b) ?? 0) - (depths.get(a) ?? 0)],
    ['more_checks_passed', (a, b) => b.standing.checks_passed - a.standing.checks_passed],
    ['more_cells', (a, b) => b.standing.cells_reported - a.standing.cells_reported],
    ['complete_report', (a, b) => b.standing.complete - a.standing.complete],
    ['source_authority', (a, b) => b.standing.authority - a.standing.authority],
    ['format', (a, b) => formatRank(a.standing.format) - formatRank(b.standing.format)],
    ['published_later', (a, b) => compareText(b.standing.published ?? '', a.standing.published ?? '')],
    ['lowest_sha256', (a, b) => compareText(a.sha256, b.sha256)],
  ];
  const firstDifference = (a: Claim, b: Claim) => points.find(([, compare]) => compare(a, b) !== 0);
  const ranked = [...claims].sort((a, b) => firstDifference(a, b)?.[1](a, b) ?? 0);
  const [first, second] = ranked;
  if (first === undefined || first.withdrawn !== null) return { ranked, winner: null, reason: null };
  return { ranked, winner: first, reason: second === undefined ? 'only_candidate' : (firstDifference(first, second)?.[0] ?? null) };
}
