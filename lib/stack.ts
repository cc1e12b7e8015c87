import { Stack, type StackProps, Tags } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { Distribution } from './distribution.ts';
import { Ingest } from './ingest.ts';
import { Observability } from './observability.ts';
import { Publish } from './publish.ts';
import { type NamedQuery, Query } from './query.ts';
import { Recovery } from './recovery.ts';
import type { Settings } from './settings.ts';
import { Storage } from './storage.ts';
import { Tables } from './tables.ts';

/** What the stack is made of besides itself. */
export interface GongkaiProps extends StackProps {
  /** Folder with one Lambda bundle per function. */
  readonly bundles: string;
  readonly settings: Settings;
  /** The saved analyses. */
  readonly queries: readonly NamedQuery[];
}

/** The whole product in one stack: drop a file into the raw bucket, ask in Athena seconds later. */
export class GongkaiStack extends Stack {
  constructor(scope: Construct, id: string, { bundles, settings, queries, ...props }: GongkaiProps) {
    super(scope, id, { description: 'Gongkai: open dataset of government-disclosure annual reports', ...props });
    const storage = new Storage(this, 'Storage');
    const publish = new Publish(this, 'Publish', { storage, bundles });
    const ingest = new Ingest(this, 'Ingest', { storage, bundles, compactQueue: publish.queue });
    const recovery = new Recovery(this, 'Recovery', {
      storage,
      bundles,
      backfill: ingest.backfill,
      compactQueue: publish.queue,
      undelivered: ingest.undelivered,
    });
    const tables = new Tables(this, 'Tables', storage);
    new Query(this, 'Query', { storage, tables, queries, scanLimit: settings.scanLimit });
    const { releasesAddress } = new Distribution(this, 'Distribution', { open: storage.open, publish: settings.publish });
    publish.release.fn.addEnvironment('RELEASES_ADDRESS', releasesAddress);
    const functions = {
      parse: ingest.parse.fn,
      compact: publish.compact.fn,
      release: publish.release.fn,
      reconcile: recovery.reconcile.fn,
      replay: recovery.replay.fn,
    };
    const deadLetters = [ingest.deadLetters, ingest.undelivered, publish.deadLetters];
    const watched = { functions, deadLetters, ingestQueue: ingest.queue, compactQueue: publish.queue };
    new Observability(this, 'Observability', { watched, ...settings });
    Tags.of(this).add('project', 'gongkai');
  }
}
