import { Duration } from 'aws-cdk-lib';
import * as athena from 'aws-cdk-lib/aws-athena';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { analystPolicy } from './analyst.ts';
import { acknowledge } from './findings.ts';
import { lookups } from './lookups.ts';
import { databaseName, workgroupName } from './names.ts';
import { output } from './outputs.ts';
import { guardedBucket, type Storage } from './storage.ts';
import type { Tables } from './tables.ts';

/** A saved analysis, ready to run. */
export interface NamedQuery {
  readonly name: string;
  readonly description: string;
  readonly sql: string;
}

/** What can be asked, and how much one question may read. */
export interface QueryProps {
  readonly storage: Storage;
  readonly tables: Tables;
  readonly queries: readonly NamedQuery[];
  /** Gigabytes a query may scan before Athena stops it. */
  readonly scanLimit: number;
}

/** An Athena workgroup with a limit of scanned bytes for each query, with the saved analyses and the point look-ups. */
export class Query extends Construct {
  readonly workgroup: athena.CfnWorkGroup;
  /** Results of queries; they can be had again, so they go after a week. */
  readonly results: IBucket;

  constructor(scope: Construct, id: string, { storage, tables, queries, scanLimit }: QueryProps) {
    super(scope, id);
    this.results = guardedBucket(this, 'Results', { lifecycleRules: [{ expiration: Duration.days(7) }] });
    acknowledge(this.results, 'S1', 'Results are copies of public data that expire after a week; Athena keeps the history of queries.');
    this.workgroup = this.newWorkgroup(scanLimit);
    for (const query of queries) this.save(query, tables);
    for (const { name, about, sql } of lookups) {
      const statement = new athena.CfnPreparedStatement(this, name, {
        statementName: name,
        workGroup: workgroupName,
        queryStatement: sql,
        description: about,
      });
      statement.addResourceDependency(this.workgroup);
    }
    const policy = analystPolicy(this, 'Analyst', { open: storage.open, results: this.results });
    output(this, 'AnalystPolicy', policy.managedPolicyArn, 'Attach to people who may query');
  }

  private newWorkgroup(scanLimit: number): athena.CfnWorkGroup {
    return new athena.CfnWorkGroup(this, 'Workgroup', {
      name: workgroupName,
      description: 'Queries on the open dataset of government-disclosure annual reports',
      recursiveDeleteOption: true,
      workGroupConfiguration: {
        enforceWorkGroupConfiguration: true,
        publishCloudWatchMetricsEnabled: true,
        engineVersion: { selectedEngineVersion: 'Athena engine version 3' },
        bytesScannedCutoffPerQuery: Math.round(scanLimit * 1e9),
        resultConfiguration: {
          outputLocation: `s3://${this.results.bucketName}/`,
          encryptionConfiguration: { encryptionOption: 'SSE_S3' },
        },
      },
    });
  }

  private save({ name, description, sql }: NamedQuery, tables: Tables): void {
    const named = new athena.CfnNamedQuery(this, name, {
      database: databaseName,
      workGroup: workgroupName,
      name,
      description,
      queryString: sql,
    });
    named.addResourceDependency(this.workgroup);
    named.addResourceDependency(tables.database);
  }
}
