import { CfnOutput } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

/** What a deployment tells people: under exactly this name, which guides and `npm run smoke` use. */
export function output(scope: Construct, name: string, value: string, description: string): void {
  new CfnOutput(scope, `${name}Output`, { value, description }).overrideLogicalId(name);
}
