import type { Command, CommanderError } from 'commander';
import { Failure, type MessageValues } from '../failure.ts';
import { fill, type Language } from './language.ts';
import { similar } from './similar.ts';

const quoted = (message: string): string => /'([^']*)'/.exec(message)?.[1] ?? message;

/** "Did you mean …?" in the reader's language, with the blank that separates it from what follows; empty without a suggestion. */
export function didYouMean(names: readonly string[], language: Language): string {
  if (names.length === 0) return '';
  const list = names.map((name) => `"${name}"`).join(language === 'zh' ? '、' : ', ');
  return fill({ zh: '是不是 {list}？', en: 'Did you mean {list}? ' }[language], { list });
}

// What commander says of an option, and of an argument.
const optionInvalid = /^option '(?<name>[^' ]*)[^']*' argument '(?<value>.*)' is invalid\. (?<rest>.*)$/;
const argumentInvalid = /^command-argument value '(?<value>.*)' is invalid for argument '(?<name>.*)'\. (?<rest>.*)$/;

function invalidValue(message: string, language: Language): Failure {
  const { name: option = '', value = '', rest = '' } = (optionInvalid.exec(message) ?? argumentInvalid.exec(message))?.groups ?? {};
  const [, choices] = /^Allowed choices are (.*)\.$/.exec(rest) ?? [];
  const expected = choices ? choices.replaceAll(', ', language === 'zh' ? '、' : ' | ') : rest;
  return new Failure('invalid_value', { option, value, expected });
}

/** "too many arguments for 'check'. Expected 0 arguments but got 1." */
function excess(message: string, command: string): MessageValues {
  const { most = '', given = '' } = /Expected (?<most>\d+) arguments? but got (?<given>\d+)/.exec(message)?.groups ?? {};
  return { command, most, given };
}

/** A command that does not exist, with those that may have been meant. */
export function unknownCommand(name: string, program: Command, language: Language): Failure {
  const names = program.commands.map((command) => command.name());
  return new Failure('unknown_command', { name, suggestion: didYouMean(similar(name, names), language) });
}

/**
 * An option whose value is the next option: it was forgotten, or is an unset variable of a script. Taken as a value it would be
 * the name of a folder. Null where there is none.
 */
export function forgottenValue(program: Command, argv: readonly string[]): Failure | null {
  const named = program.commands.find((command) => argv.includes(command.name()));
  const options = [...(named?.options ?? []), ...program.options];
  const known = (argument: string | undefined) =>
    options.find(({ long, short }) => argument !== undefined && [long, short].includes(argument));
  const end = argv.indexOf('--');
  for (const [n, argument] of argv.slice(0, end < 0 ? argv.length : end).entries()) {
    const option = known(argument);
    if (option?.required && known(argv[n + 1]))
      return new Failure('missing_value', { name: option.flags, command: named ? `${named.name()} ` : '' });
  }
  return null;
}

/** What commander refused, as a message of our catalogue. */
export function usageFailure(error: CommanderError, program: Command, argv: readonly string[], language: Language): Failure {
  const message = error.message.replace(/^error: /, '').split('\n(Did you mean')[0] ?? '';
  const named = program.commands.find((command) => argv.includes(command.name()));
  const command = named ? `${named.name()} ` : '';
  const name = quoted(message);
  switch (error.code) {
    case 'commander.unknownCommand':
      return unknownCommand(name, program, language);
    case 'commander.unknownOption': {
      const options = [...(named?.options ?? []), ...program.options].flatMap(({ long }) => long ?? []);
      return new Failure('unknown_option', { name, command, suggestion: didYouMean(similar(name, options), language) });
    }
    case 'commander.missingArgument':
      return new Failure('missing_argument', { name, command });
    case 'commander.optionMissingArgument':
      return new Failure('missing_value', { name, command });
    case 'commander.missingMandatoryOptionValue':
      return new Failure('missing_option', { name, command });
    case 'commander.conflictingOption': {
      const [one = '', other = ''] = [...message.matchAll(/'([^']*)'/g)].map(([, option]) => option);
      return new Failure('options_conflict', { one, other, command });
    }
    case 'commander.excessArguments':
      return new Failure('excess_arguments', excess(message, command.trim()));
    case 'commander.invalidArgument':
      return invalidValue(message, language);
    default:
      return new Failure('usage', { detail: message, command });
  }
}
