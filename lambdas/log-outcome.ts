import type { IntakeMessage } from '../src/dataset/intake/message.ts';
import type { Done } from '../src/dataset/intake/take-in.ts';
import { count, logger } from './telemetry.ts';

/** Log and count what came of a message. */
export function logOutcome({ key, version }: IntakeMessage, done: Done, milliseconds: number): void {
  if (done.outcome !== 'received') {
    logger.info(done.outcome, { key, version, milliseconds });
    return;
  }
  const { outcome, sha256, bytes, agency_id: agency, year, quarantine } = done.reading;
  count('Documents');
  if (outcome === 'quarantined') count('Quarantined');
  logger.info(outcome, { key, version, sha256, bytes, agency, year, code: quarantine?.code, milliseconds });
}
