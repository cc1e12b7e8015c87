import { savedQueryNames } from '../../../bin/local/sql/saved-queries.ts';
import { namedQueries } from '../../../bin/named-queries.ts';
import { lookups } from '../../../lib/lookups.ts';
import { tableNames } from '../../../schemas/tables.ts';
import { openKeys } from '../../../src/keys.ts';
import { type CloudTemplate, ofType, resolve } from '../resolve.ts';
import { damage, each, type Guarantee, json, without } from './guarantee.ts';

const table = 'AWS::Glue::Table';
const workgroup = 'AWS::Athena::WorkGroup';

interface TableInput {
  readonly name: string;
  readonly location: string;
  readonly parameters: Record<string, string>;
}

const inputs = (template: CloudTemplate): TableInput[] =>
  ofType(template, table).map(([, { Properties }]) => {
    const { Name, StorageDescriptor, Parameters } = resolve(template, Properties.TableInput) as {
      Name: string;
      StorageDescriptor: { Location: string };
      Parameters: Record<string, string>;
    };
    return { name: Name, location: StorageDescriptor.Location, parameters: Parameters };
  });

const partition = { agency: '350200-justice-bureau', year: 2020 };
const shard = { year: 2020, region: '35' };
/** One key of each kind, as the dataset writes it, and the table that must find it. */
const written: [table: string, key: string][] = [
  ['agency_reports', openKeys.agencyReport(partition)],
  ['agency_cells', openKeys.agencyCells(partition)],
  ['documents_json', openKeys.documentJson(partition)],
  ...['reports', 'cells', 'mentions', 'sections', 'checks', 'candidate_differences'].map((name): [string, string] => [
    name,
    openKeys.table(name, shard),
  ]),
  ['documents', openKeys.documentsPart('a')],
  ...['agencies', 'agency_relations', 'agency_candidates', 'quarantine', 'form_crosswalk', 'changes'].map((name): [string, string] => [
    name,
    openKeys.single(name),
  ]),
];

/** The folder Athena looks into for a partition: the template with its keys filled in, or the table's location. */
const projected = ({ location, parameters }: TableInput): string =>
  (parameters['storage.location.template'] ?? location).replace(/\$\{(\w+)\}/g, (_, key) => (key === 'year' ? '2020' : partition.agency));

/** Written keys that Athena would not find, by projection, in the bucket they are written to. */
function unseen(template: CloudTemplate): string[] {
  const open = ofType(template, 'AWS::S3::Bucket').find(([id]) => id.startsWith('StorageOpen'))?.[0];
  const folders = new Map(inputs(template).map((input) => [input.name, projected(input)]));
  const untold = tableNames.filter((name) => !written.some(([table]) => table === name));
  const missed = written.filter(([name, key]) => `s3://${open}/${key.replace(/[^/]+$/, '')}` !== folders.get(name)).map(([, key]) => key);
  return [...untold, ...missed];
}

const configuration = (Properties: Record<string, unknown>) => Object(Properties.WorkGroupConfiguration);

/** What the tables and the workgroup promise. */
export const queryPromises: Guarantee[] = [
  [
    'every published table is in the catalogue',
    (template) => {
      const known = inputs(template).map(({ name }) => name);
      return tableNames.filter((name) => !known.includes(name));
    },
    (template) => Reflect.deleteProperty(template.Resources, ofType(template, table)[0]?.[0] ?? ''),
  ],
  [
    'Athena looks for partitions where the dataset writes them',
    unseen,
    damage(
      table,
      ({ Properties }) => Object.assign(Object(Properties.TableInput).Parameters, { 'storage.location.template': 's3://x/' }),
      'Tablescells',
    ),
  ],
  [
    'no table needs a crawler or MSCK: every partition key is projected',
    each(table, ({ Properties }) => {
      const { PartitionKeys = [], Parameters } = Object(Properties.TableInput);
      return (
        PartitionKeys.every(({ Name }: { Name: string }) => `projection.${Name}.type` in Parameters) &&
        (PartitionKeys.length === 0 || Parameters['projection.enabled'] === 'true')
      );
    }),
    damage(
      table,
      ({ Properties }) => Reflect.deleteProperty(Object(Properties.TableInput).Parameters, 'projection.year.type'),
      'Tablesreports',
    ),
  ],
  [
    'the workgroup cannot be got round and pins its engine',
    each(workgroup, ({ Properties }) => {
      const { EnforceWorkGroupConfiguration, EngineVersion } = configuration(Properties);
      return EnforceWorkGroupConfiguration === true && json(EngineVersion).includes('Athena engine version 3');
    }),
    damage(workgroup, ({ Properties }) => Object.assign(configuration(Properties), { EnforceWorkGroupConfiguration: false })),
  ],
  [
    'a query is stopped at ten gigabytes unless the deployer says otherwise',
    each(workgroup, ({ Properties }) => configuration(Properties).BytesScannedCutoffPerQuery === 10_000_000_000),
    damage(workgroup, ({ Properties }) => Reflect.deleteProperty(configuration(Properties), 'BytesScannedCutoffPerQuery')),
  ],
  [
    'results are encrypted and go after a week',
    (template) => {
      const encrypted = each(workgroup, ({ Properties }) =>
        json(configuration(Properties).ResultConfiguration).includes('"EncryptionOption":"SSE_S3"'),
      );
      const results = ofType(template, 'AWS::S3::Bucket').filter(([id]) => id.startsWith('QueryResults'));
      const kept = results.filter(([, { Properties }]) => !json(Properties.LifecycleConfiguration).includes('"ExpirationInDays":7,'));
      return [...encrypted(template), ...kept.map(([id]) => id)];
    },
    without('AWS::S3::Bucket', 'LifecycleConfiguration', 'QueryResults'),
  ],
  [
    'every saved query is a named query, short enough for Athena',
    (template) => {
      const saved = ofType(template, 'AWS::Athena::NamedQuery').map(([, { Properties }]) => Properties);
      const long = saved.filter(
        ({ QueryString, Description }) => String(QueryString).length > 262_144 || String(Description).length > 1024,
      );
      return [...savedQueryNames().filter((name) => !saved.some(({ Name }) => Name === name)), ...long.map(({ Name }) => String(Name))];
    },
    (template) => Reflect.deleteProperty(template.Resources, ofType(template, 'AWS::Athena::NamedQuery')[0]?.[0] ?? ''),
  ],
  [
    'named queries and prepared statements are in the workgroup',
    (template) =>
      ['AWS::Athena::NamedQuery', 'AWS::Athena::PreparedStatement'].flatMap((type) =>
        each(type, ({ Properties }) => Properties.WorkGroup === 'gongkai')(template),
      ),
    damage('AWS::Athena::PreparedStatement', ({ Properties }) => Object.assign(Properties, { WorkGroup: 'primary' })),
  ],
  [
    'each saved query and look-up asks what its file says',
    (template) => {
      const told = [
        ...ofType(template, 'AWS::Athena::NamedQuery').map(([, { Properties }]) => [Properties.Name, Properties.QueryString]),
        ...ofType(template, 'AWS::Athena::PreparedStatement').map(([, { Properties }]) => [
          Properties.StatementName,
          Properties.QueryStatement,
        ]),
      ];
      const wanted = [...namedQueries(), ...lookups].map(({ name, sql }) => [name, sql]);
      return wanted.filter((pair) => !told.some((one) => json(one) === json(pair))).map(([name = '']) => name);
    },
    damage('AWS::Athena::PreparedStatement', ({ Properties }) => Object.assign(Properties, { QueryStatement: 'SELECT 1' })),
  ],
  [
    // They name each other by words that CloudFormation does not understand as references.
    'what is in the workgroup or the database is made after it, and gone before it',
    (template) => {
      const [group = '', database = ''] = [workgroup, 'AWS::Glue::Database'].map((type) => ofType(template, type)[0]?.[0]);
      const needs: Record<string, string[]> = {
        'AWS::Athena::NamedQuery': [group, database],
        'AWS::Athena::PreparedStatement': [group],
        [table]: [database],
      };
      return Object.entries(needs).flatMap(([type, before]) =>
        each(type, ({ DependsOn }) => before.every((id) => [DependsOn].flat().includes(id)))(template),
      );
    },
    damage('AWS::Athena::NamedQuery', (resource) => Object.assign(resource, { DependsOn: [] })),
  ],
  [
    'the workgroup tells what it scans, which an alarm looks at, and goes with the stack whatever was asked in it',
    each(
      workgroup,
      ({ Properties }) => configuration(Properties).PublishCloudWatchMetricsEnabled === true && Properties.RecursiveDeleteOption === true,
    ),
    damage(workgroup, ({ Properties }) => Object.assign(configuration(Properties), { PublishCloudWatchMetricsEnabled: false })),
  ],
];
