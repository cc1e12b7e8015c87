import { concurrentMap } from '../../concurrency.ts';
import { receiptId, stateKeys } from '../../keys.ts';
import type { Stores } from '../../ports.ts';
import { type DocumentHistory, readHistory, type Sidecars } from '../records/document-history.ts';
import { type Receipt, receiptSchema, sightingSchema } from '../records/receipt.ts';
import { readJson } from '../records/stored.ts';
import { compareVersions } from '../records/version-order.ts';

/** Which files to take in again; every condition given must hold. */
export interface Selection {
  /** Beginning of the key. */
  readonly prefix?: string | undefined;
  /** Received on this day or later, as `YYYY-MM-DD` or with a time. */
  readonly since?: string | undefined;
  /** Received before this day. */
  readonly until?: string | undefined;
  /** Read by a parser older than this version, or not at all. */
  readonly parserBelow?: string | undefined;
  /** Quarantined for this reason. */
  readonly code?: string | undefined;
  /** Beginning of the receipt's id: ids are hashes, so each of the 256 beginnings `00` to `ff` is an even share. */
  readonly share?: string | undefined;
}

/** Receipts read at the same time. */
const concurrency = 16;

function isReceivedThen({ key, received }: Receipt, { prefix = '', since, until }: Selection): boolean {
  return key.startsWith(prefix) && (since === undefined || received >= since) && (until === undefined || received < until);
}

function isReadSo(history: DocumentHistory | null, { parserBelow, code }: Selection): boolean {
  const reading = history?.effective ?? null;
  const old = parserBelow === undefined || reading === null || compareVersions(reading.parser_version, parserBelow) < 0;
  return old && (code === undefined || reading?.quarantine?.code === code);
}

/** All receipts, or those of a share, in order of their ids. */
export async function* receipts({ state }: Pick<Stores, 'state'>, share = ''): AsyncIterable<Receipt> {
  const keys: string[] = [];
  for await (const { key } of state.list(`${stateKeys.receipts}${share}`)) keys.push(key);
  for await (const receipt of concurrentMap(keys, concurrency, (key) => readJson(state, key, receiptSchema))) if (receipt) yield receipt;
}

/** The files that fit a selection: receive them again. Nothing is changed by asking. */
export async function* selected(stores: Stores & Sidecars, selection: Selection): AsyncIterable<Receipt> {
  const byReading = selection.parserBelow !== undefined || selection.code !== undefined;
  const judge = async (receipt: Receipt) => {
    if (!isReceivedThen(receipt, selection)) return null;
    return !byReading || isReadSo(await readHistory(stores, receipt.sha256), selection) ? receipt : null;
  };
  for await (const receipt of concurrentMap(receipts(stores, selection.share), concurrency, judge)) if (receipt) yield receipt;
}

/** Key of the archive a file is a member of; null for a file received by itself. */
export async function archiveOf({ state }: Pick<Stores, 'state'>, { key, version, sha256 }: Receipt): Promise<string | null> {
  const sighting = await readJson(state, stateKeys.sighting(sha256, receiptId(key, version)), sightingSchema);
  return sighting?.container ?? null;
}

/** Receipts that fit a selection, as files that can be fetched: for a member of an archive, all versions of the archive. */
export async function* filesToReplay(stores: Stores & Sidecars, selection: Selection): AsyncIterable<Receipt> {
  const archives = new Set<string>();
  const sent = new Set<string>();
  const id = ({ key, version }: Receipt) => receiptId(key, version);
  for await (const receipt of selected(stores, selection)) {
    const archive = await archiveOf(stores, receipt);
    if (archive !== null) archives.add(archive);
    else {
      sent.add(id(receipt));
      yield receipt;
    }
  }
  if (archives.size === 0) return;
  for await (const receipt of receipts(stores)) if (archives.has(receipt.key) && !sent.has(id(receipt))) yield receipt;
}
