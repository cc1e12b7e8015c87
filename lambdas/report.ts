import type { Errand } from '../src/dataset/errand.ts';
import type { Done } from '../src/dataset/take-in.ts';
import { count, logger } from './telemetry.ts';

/** Log and count what came of an errand. */
export function report({ key, version }: Errand, done: Done, milliseconds: number): void {
  if (done.outcome !== 'received') {
    logger.info(done.outcome, { key, version, milliseconds });
    return;
  }
  const { outcome, sha256, bytes, agency_id: agency, year, quarantine } = done.reading;
  count('Documents');
  if (outcome === 'quarantined') count('Quarantined');
  logger.info(outcome, { key, version, sha256, bytes, agency, year, code: quarantine?.code, milliseconds });
}
