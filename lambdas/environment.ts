/** Settings the stack gives to functions. */
type SettingName = 'RAW_BUCKET' | 'STATE_BUCKET' | 'OPEN_BUCKET' | 'BACKFILL_QUEUE_URL' | 'COMPACT_QUEUE_URL' | 'RELEASES_ADDRESS';

/** A setting of this function; a missing one stops the function before it takes any work. */
export function setting(name: SettingName): string {
  const value = process.env[name];
  if (!value) throw new Error(`the setting ${name} is missing; the stack sets it (lib/function.ts)`);
  return value;
}
