import * as z from 'zod';

/** What a deployer may choose, as `-c name=value` or in cdk.json; everything has a default. */
export const settingsSchema = z.strictObject({
  /** What CloudFront serves: releases and the site, or the live tables too. */
  publish: z.enum(['releases', 'live']).default('releases'),
  /** Address that gets the mails about alarms and the budget; without it no mail is sent. */
  alarmEmail: z.email().optional(),
  /** Dollars a month at which the budget warns. */
  monthlyBudget: z.coerce.number().positive().default(50),
  /** Gigabytes one query may scan before Athena stops it. */
  scanLimit: z.coerce.number().positive().default(10),
});
/** The settings of a deployment, every one of them there. */
export type Settings = z.infer<typeof settingsSchema>;

/** What is wrong with a setting, for the person who typed it. */
export class SettingsError extends Error {}

/** Keys of the CDK's own have a sign in them (`aws:cdk:…`, `@aws-cdk/…`); a plain word is a setting, or a misspelt one. */
const isSetting = ([name]: readonly [string, unknown]): boolean => /^\w+$/.test(name);

/** Read the settings from all of the context. Throws SettingsError. */
export function settingsOf(context: Readonly<Record<string, unknown>>): Settings {
  const read = settingsSchema.safeParse(Object.fromEntries(Object.entries(context).filter(isSetting)));
  if (read.success) return read.data;
  throw new SettingsError(`a setting cannot be used (docs/guides/deploy.md lists them)\n${z.prettifyError(read.error)}`);
}
