import * as z from 'zod';

const resourceSchema = z.object({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).default({}),
  DependsOn: z.union([z.string(), z.array(z.string())]).default([]),
  DeletionPolicy: z.string().optional(),
  UpdateReplacePolicy: z.string().optional(),
});
export type Resource = z.infer<typeof resourceSchema>;
export const templateSchema = z.object({
  Resources: z.record(z.string(), resourceSchema),
  Outputs: z.record(z.string(), z.object({ Value: z.unknown() })).default({}),
});
export type CloudTemplate = z.infer<typeof templateSchema>;

export const account = '111122223333';
export const region = 'us-east-1';
const pseudo: Record<string, string> = {
  'AWS::Partition': 'aws',
  'AWS::AccountId': account,
  'AWS::Region': region,
  'AWS::URLSuffix': 'amazonaws.com',
};

const arnOf: Record<string, (id: string) => string> = {
  'AWS::S3::Bucket': (id) => `arn:aws:s3:::${id}`,
  'AWS::SQS::Queue': (id) => `arn:aws:sqs:${region}:${account}:${id}`,
  'AWS::Lambda::Function': (id) => `arn:aws:lambda:${region}:${account}:function:${id}`,
  'AWS::IAM::Role': (id) => `arn:aws:iam::${account}:role/${id}`,
  'AWS::Logs::LogGroup': (id) => `arn:aws:logs:${region}:${account}:log-group:${id}:*`,
  'AWS::Events::Rule': (id) => `arn:aws:events:${region}:${account}:rule/${id}`,
  'AWS::SNS::Topic': (id) => `arn:aws:sns:${region}:${account}:${id}`,
};

/**
 * What CloudFormation would put for the intrinsic functions of a template: a bucket is named by its logical id, a queue by
 * an address, everything else by its logical id. Unknown functions throw: nothing is passed over in silence.
 */
export function resolve(template: CloudTemplate, value: unknown, address: (id: string) => string = (id) => id): unknown {
  const inner = (part: unknown): unknown => resolve(template, part, address);
  if (Array.isArray(value)) return value.map(inner);
  if (typeof value !== 'object' || value === null) return value;
  const [name = '', argument] = Object.entries(value)[0] ?? [];
  if (name === 'Ref') return reference(template, z.string().parse(argument), address);
  if (name === 'Fn::GetAtt') return attribute(template, z.tuple([z.string(), z.string()]).parse(argument));
  if (name === 'Fn::Join') {
    const [separator, parts] = z.tuple([z.string(), z.array(z.unknown())]).parse(argument);
    return parts.map((part) => z.string().parse(inner(part))).join(separator);
  }
  if (name === 'Fn::Sub')
    return z
      .string()
      .parse(argument)
      .replace(/\$\{([\w:]+)\}/g, (_, id: string) => reference(template, id, address));
  if (name.startsWith('Fn::')) throw new Error(`no rule to resolve ${name}`);
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, inner(part)]));
}

function reference(template: CloudTemplate, id: string, address: (id: string) => string): string {
  const known = pseudo[id];
  if (known !== undefined) return known;
  const resource = template.Resources[id];
  if (!resource) throw new Error(`Ref to ${id}, which the template does not declare`);
  if (resource.Type === 'AWS::SNS::Topic') return arnOf[resource.Type]?.(id) ?? id;
  return resource.Type === 'AWS::SQS::Queue' ? address(id) : id;
}

function attribute(template: CloudTemplate, [id, name]: [string, string]): string {
  const type = template.Resources[id]?.Type ?? '';
  if (name === 'Arn' && arnOf[type]) return arnOf[type](id);
  if (name === 'QueueName') return id;
  return `${id}.${name}`;
}

/** All resources of a type, by logical id. */
export const ofType = (template: CloudTemplate, type: string): [string, Resource][] =>
  Object.entries(template.Resources).filter(([, resource]) => resource.Type === type);
