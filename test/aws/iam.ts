import * as z from 'zod';
import { type CloudTemplate, ofType, resolve } from './resolve.ts';

const texts = z.union([z.string(), z.array(z.string())]).transform((value) => (Array.isArray(value) ? value : [value]));
const statementSchema = z.strictObject({
  Sid: z.string().optional(),
  Effect: z.enum(['Allow', 'Deny']),
  Action: texts,
  Resource: texts,
  Principal: z.unknown().optional(),
  Condition: z.record(z.string(), z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())]))).optional(),
});
type Statement = z.infer<typeof statementSchema>;
const statementsSchema = z.object({ Statement: z.array(statementSchema) });

/** One request as IAM sees it. */
export interface Request {
  readonly action: string;
  readonly resource: string;
  readonly context?: Readonly<Record<string, string>>;
}

/** Answers whether a role of the template may do a thing, by the rules of IAM: refused unless allowed, denied beats allowed. */
export type Judge = (role: string, request: Request) => boolean;

/** Evaluate the policies of a synthesized template; a condition operator it does not know throws. */
export function judgeOf(template: CloudTemplate): Judge {
  const document = (value: unknown) => statementsSchema.parse(resolve(template, value)).Statement;
  const onResources = ofType(template, 'AWS::S3::BucketPolicy').flatMap(([, { Properties }]) => document(Properties.PolicyDocument));
  const byRole = new Map(ofType(template, 'AWS::IAM::Role').map(([id]) => [id, inlineOf(template, id)]));
  for (const [, { Properties }] of ofType(template, 'AWS::IAM::Policy')) {
    for (const role of z.array(z.string()).parse(resolve(template, Properties.Roles))) {
      byRole.get(role)?.push(...document(Properties.PolicyDocument));
    }
  }
  return (role, request) => {
    const own = byRole.get(role);
    if (!own) throw new Error(`no role ${role} in the template`);
    const applies = (statement: Statement) => matches(statement, request);
    const denied = [...own, ...onResources].some((statement) => statement.Effect === 'Deny' && applies(statement));
    return !denied && own.some((statement) => statement.Effect === 'Allow' && applies(statement));
  };
}

function inlineOf(template: CloudTemplate, id: string): Statement[] {
  const role = z
    .object({ Policies: z.array(z.object({ PolicyDocument: z.unknown() })).default([]), ManagedPolicyArns: z.undefined().optional() })
    .parse(template.Resources[id]?.Properties);
  return role.Policies.flatMap(({ PolicyDocument }) => statementsSchema.parse(resolve(template, PolicyDocument)).Statement);
}

/** IAM wildcards: `*` any run of characters, `?` one. */
export const wildcard = (pattern: string, text: string): boolean =>
  new RegExp(
    `^${pattern
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.')}$`,
    's',
  ).test(text);

function matches({ Action, Resource, Condition = {} }: Statement, { action, resource, context = {} }: Request): boolean {
  const known: Record<string, string> = { 'aws:SecureTransport': 'true', 's3:TlsVersion': '1.3', ...context };
  return (
    Action.some((pattern) => wildcard(pattern.toLowerCase(), action.toLowerCase())) &&
    Resource.some((pattern) => wildcard(pattern, resource)) &&
    Object.entries(Condition).every(([operator, tests]) =>
      Object.entries(tests).every(([key, wanted]) => holds(operator, known[key], [wanted].flat().map(String))),
    )
  );
}

function holds(operator: string, value: string | undefined, wanted: string[]): boolean {
  if (operator === 'Null') return wanted.includes(String(value === undefined));
  if (value === undefined) return false;
  if (operator === 'Bool' || operator === 'StringEquals') return wanted.includes(value);
  if (operator === 'StringLike' || operator === 'ArnLike' || operator === 'ArnEquals') return wanted.some((one) => wildcard(one, value));
  if (operator === 'NumericLessThan') return wanted.some((one) => Number(value) < Number(one));
  throw new Error(`no rule for the condition operator ${operator}`);
}
