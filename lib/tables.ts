import { Stack } from 'aws-cdk-lib';
import * as glue from 'aws-cdk-lib/aws-glue';
import { Construct } from 'constructs';
import { type TableName, tableNames } from '../schemas/tables.ts';
import { glueTable } from '../src/derive/glue.ts';
import { databaseName } from './names.ts';
import type { Storage } from './storage.ts';

/** The Glue database and every published table over the open bucket. No crawler: partitions are computed (projection). */
export class Tables extends Construct {
  readonly database: glue.CfnDatabase;
  readonly tables: ReadonlyMap<TableName, glue.CfnTable>;

  constructor(scope: Construct, id: string, { open }: Storage) {
    super(scope, id);
    const catalogId = Stack.of(this).account;
    const description = '政府信息公开工作年度报告数据集 / Government-disclosure annual reports';
    this.database = new glue.CfnDatabase(this, 'Database', { catalogId, databaseInput: { name: databaseName, description } });
    this.tables = new Map(tableNames.map((name) => [name, this.table(name, catalogId, `s3://${open.bucketName}`)]));
  }

  private table(name: TableName, catalogId: string, bucket: string): glue.CfnTable {
    const table = new glue.CfnTable(this, name, { catalogId, databaseName, tableInput: glueTable(name, bucket) });
    table.addResourceDependency(this.database);
    return table;
  }
}
