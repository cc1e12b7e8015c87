import type { Report } from '../../schemas/report.ts';
import { parseDocument } from '../../src/parse.ts';
import { zipMembers } from '../../src/read/container/zip.ts';
import { UnreadableError } from '../../src/read/unreadable.ts';
import { createRandom } from '../generate/random.ts';
import { faultsOf } from './faults.ts';
import { mutateBytes, mutateInside, mutateMarkup, mutateObjects, oneOf } from './mutate.ts';

/** A sound document to damage, by its format. */
export interface Specimen {
  readonly format: string;
  readonly bytes: Uint8Array;
}

/** What became of one damaged file. */
export interface Trial {
  readonly format: string;
  readonly outcome: 'read' | 'refused';
  readonly faults: readonly string[];
}

const packed = new Set(['docx', 'xlsx', 'odt', 'ods']);
const markup = new Set(['html', 'rtf', 'xml']);

/** The damaged file of a seed; the same seed gives the same file. */
export function damaged(specimens: readonly Specimen[], seed: number): Specimen {
  const random = createRandom(seed, 'fuzz');
  const specimen = specimens[seed % specimens.length];
  if (!specimen) throw new Error('no specimens');
  const { format, bytes } = specimen;
  const inside = random.int(0, 1) === 0;
  if (packed.has(format) && inside) return { format, bytes: mutateInside(random, bytes) };
  if (markup.has(format) && inside)
    return { format, bytes: Buffer.from(mutateMarkup(random, Buffer.from(bytes).toString('latin1')), 'latin1') };
  if (format === 'pdf' && inside) return { format, bytes: mutateObjects(random, bytes) };
  return { format, bytes: mutateBytes(random, bytes, oneOf(random, specimens)?.bytes ?? bytes) };
}

/** Parse a damaged file, or the members of a damaged zip, and say what must not be. */
export async function tryDamaged(specimens: readonly Specimen[], seed: number): Promise<Trial> {
  const { format, bytes } = damaged(specimens, seed);
  const reports = format === 'zip' ? await membersOf(bytes) : [await read(bytes)];
  const isRead = reports.some(({ report }) => report.kind !== null);
  return { format, outcome: isRead ? 'read' : 'refused', faults: (await Promise.all(reports.map(faultsOf))).flat() };
}

const read = async (bytes: Uint8Array) => (await parseDocument(bytes, { name: 'damaged' })).report;

async function membersOf(bytes: Uint8Array): Promise<Report[]> {
  try {
    const members = [...zipMembers(bytes)];
    return await Promise.all(members.flatMap((member) => ('bytes' in member ? [read(member.bytes)] : [])));
  } catch (error) {
    if (error instanceof UnreadableError) return [];
    throw error;
  }
}
