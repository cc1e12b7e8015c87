import type { Command } from 'commander';
import { Failure } from '../failure.ts';

const isEmpty = (value: unknown): boolean => value === '' || (Array.isArray(value) && value.includes(''));

/**
 * Refuse an argument or option given as an empty text, as an unset variable of a script gives it: as a path it would mean the
 * present folder. Throws `empty_value`.
 */
export function refuseEmpty(command: Command): void {
  const refuse = (name: string) => new Failure('empty_value', { name, command: `${command.name()} ` });
  for (const [n, argument] of command.registeredArguments.entries()) if (isEmpty(command.processedArgs[n])) throw refuse(argument.name());
  for (const option of command.options) if (isEmpty(command.getOptionValue(option.attributeName()))) throw refuse(option.long ?? '');
}
