import { Stack } from 'aws-cdk-lib';
import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as sns from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import { type AlarmSpec, alarmSpecs, type Watched } from './alarms.ts';
import { output } from './outputs.ts';
import type { Settings } from './settings.ts';

/** Alarms, who gets their mails, and the budget. */
export interface ObservabilityProps extends Pick<Settings, 'alarmEmail' | 'monthlyBudget'> {
  readonly watched: Watched;
}

/** Alarms, each with a heading in the runbook, a dashboard of what they look at, and a budget; all tell one topic. */
export class Observability extends Construct {
  readonly topic: sns.Topic;

  constructor(scope: Construct, id: string, { watched, alarmEmail, monthlyBudget }: ObservabilityProps) {
    super(scope, id);
    this.topic = new sns.Topic(this, 'Topic', { displayName: 'Gongkai alarms', enforceSSL: true });
    // A topic with a policy of its own no longer has the default one, which lets the account's alarms in.
    for (const service of ['cloudwatch', 'budgets']) this.mayPublish(service);
    if (alarmEmail !== undefined) this.topic.addSubscription(new EmailSubscription(alarmEmail));
    const alarms = alarmSpecs(watched).map((spec) => this.alarm(spec));
    new cloudwatch.Dashboard(this, 'Dashboard', {
      widgets: [alarms.map((alarm) => new cloudwatch.AlarmWidget({ title: alarm.alarmName, alarm }))],
    });
    this.budget(monthlyBudget);
    output(this, 'AlarmTopic', this.topic.topicArn, 'Alarms and budget warnings; subscribe to be told');
  }

  private alarm({ name, about, metric, above, periods = 1, missingIsBad = false }: AlarmSpec): cloudwatch.Alarm {
    const alarm = new cloudwatch.Alarm(this, name, {
      alarmName: `gongkai-${name}`,
      alarmDescription: `${about} What to do: docs/runbook.md#${name}`,
      metric,
      threshold: above,
      comparisonOperator: cloudwatch.ComparisonOperator.GREATER_THAN_THRESHOLD,
      evaluationPeriods: periods,
      treatMissingData: missingIsBad ? cloudwatch.TreatMissingData.BREACHING : cloudwatch.TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(new SnsAction(this.topic));
    return alarm;
  }

  private mayPublish(service: string): void {
    const conditions = { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } };
    const principals = [new iam.ServicePrincipal(`${service}.amazonaws.com`, { conditions })];
    this.topic.addToResourcePolicy(new iam.PolicyStatement({ principals, actions: ['sns:Publish'], resources: [this.topic.topicArn] }));
  }

  /** Of the whole account: a filter by tag would count nothing until somebody activates the tag in billing. */
  private budget(amount: number): void {
    const warn = (notificationType: string, threshold: number) => ({
      notification: { notificationType, threshold, comparisonOperator: 'GREATER_THAN', thresholdType: 'PERCENTAGE' },
      subscribers: [{ subscriptionType: 'SNS', address: this.topic.topicArn }],
    });
    new CfnBudget(this, 'Budget', {
      budget: { budgetType: 'COST', timeUnit: 'MONTHLY', budgetLimit: { amount, unit: 'USD' } },
      notificationsWithSubscribers: [warn('ACTUAL', 80), warn('FORECASTED', 100)],
    });
  }
}
