import { account, type CloudTemplate, ofType, resolve } from '../resolve.ts';
import { damage, each, type Guarantee, json } from './guarantee.ts';

const budget = 'AWS::Budgets::Budget';
const dashboard = 'AWS::CloudWatch::Dashboard';

/** Services that may tell the topic. */
const publishers = (template: CloudTemplate): string[] =>
  ofType(template, 'AWS::SNS::TopicPolicy')
    .flatMap(([, { Properties }]) => Object(resolve(template, Properties.PolicyDocument)).Statement)
    .filter(({ Effect, Condition }) => Effect === 'Allow' && json(Condition) === json({ StringEquals: { 'aws:SourceAccount': account } }))
    .flatMap(({ Principal }) => Principal.Service)
    .sort();

/** What the topic, the dashboard and the budget promise. */
export const observabilityPromises: Guarantee[] = [
  [
    'the topic may be told by alarms and by the budget of this account, over TLS',
    (template) => {
      const ok = json(publishers(template)) === '["budgets.amazonaws.com","cloudwatch.amazonaws.com"]';
      return ok && json(template.Resources).includes('AllowPublishThroughSSLOnly') ? [] : ['TopicPolicy'];
    },
    damage('AWS::SNS::TopicPolicy', ({ Properties }) => Object(Properties.PolicyDocument).Statement.splice(1, 1)),
  ],
  [
    'the dashboard shows every alarm by its name',
    (template) => {
      const shown = ofType(template, dashboard).map(([, { Properties }]) => json(Properties.DashboardBody));
      const alarms = ofType(template, 'AWS::CloudWatch::Alarm').map(([id]) => id);
      return alarms.filter(
        (id) => !shown.some((body) => body.includes(`\\"title\\":\\"",{"Ref":"${id}"}`) && body.includes(`["${id}","Arn"]`)),
      );
    },
    (template) => Reflect.deleteProperty(template.Resources, ofType(template, dashboard)[0]?.[0] ?? ''),
  ],
  [
    'the budget of the month is fifty dollars; the topic is told when four fifths are spent or all of it is expected to be',
    each(budget, ({ Properties }, _, template) => {
      const { Budget, NotificationsWithSubscribers } = Object(resolve(template, Properties));
      const [topic = ''] = ofType(template, 'AWS::SNS::Topic').map(([id]) => id);
      const Subscribers = [{ Address: resolve(template, { Ref: topic }), SubscriptionType: 'SNS' }];
      const warning = (NotificationType: string, Threshold: number) => ({
        Notification: { ComparisonOperator: 'GREATER_THAN', NotificationType, Threshold, ThresholdType: 'PERCENTAGE' },
        Subscribers,
      });
      return (
        json(Budget) === json({ BudgetLimit: { Amount: 50, Unit: 'USD' }, BudgetType: 'COST', TimeUnit: 'MONTHLY' }) &&
        json(NotificationsWithSubscribers) === json([warning('ACTUAL', 80), warning('FORECASTED', 100)])
      );
    }),
    damage(budget, ({ Properties }) => Reflect.deleteProperty(Properties, 'NotificationsWithSubscribers')),
  ],
];
