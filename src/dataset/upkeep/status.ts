import { concurrentMap } from '../../concurrency.ts';
import { documentParts, documentPiecesOf } from '../../document-parts.ts';
import { stateKeys } from '../../keys.ts';
import type { Stores } from '../../ports.ts';
import { type DocumentEntry, readEntries } from '../compaction/document-entries.ts';

/** Documents with the same outcome for the same reason. */
export interface Group {
  readonly outcome: DocumentEntry['outcome'];
  /** The winner's or the loser's reason, the kind of a document that is no report, or the code of a quarantine. */
  readonly reason: string | null;
  readonly documents: number;
  /** One of them, by name, and what is wrong with it where it is quarantined. */
  readonly example: string | null;
  readonly message: string | null;
}

/** What became of everything that was received. */
export interface Status {
  /** Files received, members of archives among them. */
  readonly received: number;
  /** Different documents among them; archives are not counted. */
  readonly documents: number;
  readonly groups: readonly Group[];
  readonly parser_versions: Readonly<Record<string, number>>;
}

/** All documents that were compacted, a piece of the list at a time. */
export async function* allEntries({ state }: Pick<Stores, 'state'>): AsyncIterable<readonly DocumentEntry[]> {
  const pieces = documentParts.flatMap(documentPiecesOf);
  for await (const piece of concurrentMap(pieces, 16, (one) => readEntries(state, one))) yield piece?.entries ?? [];
}

const order: readonly DocumentEntry['outcome'][] = ['published', 'superseded', 'not_a_report', 'quarantined'];

function grouped(groups: Map<string, Group>, { outcome, reason, names, quarantine }: DocumentEntry): void {
  // The reason of a withdrawal is shown with its document only.
  const why = reason?.startsWith('withdrawn: ') ? 'withdrawn' : reason;
  const key = `${outcome} ${why}`;
  const group = groups.get(key);
  const first = group ?? { outcome, reason: why, documents: 0, example: names[0] ?? null, message: quarantine?.message ?? null };
  groups.set(key, { ...first, documents: first.documents + 1 });
}

/** What was received and what became of it, by outcome and reason. */
export async function statusOf(stores: Pick<Stores, 'state'>): Promise<Status> {
  const groups = new Map<string, Group>();
  const versions = new Map<string, number>();
  let documents = 0;
  for await (const entries of allEntries(stores)) {
    documents += entries.length;
    for (const entry of entries) {
      grouped(groups, entry);
      if (entry.parser_version !== null) versions.set(entry.parser_version, (versions.get(entry.parser_version) ?? 0) + 1);
    }
  }
  let received = 0;
  for await (const _ of stores.state.list(stateKeys.receipts)) received++;
  const inOrder = [...groups.values()].sort((a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome) || b.documents - a.documents);
  return { received, documents, groups: inOrder, parser_versions: Object.fromEntries([...versions].sort()) };
}
