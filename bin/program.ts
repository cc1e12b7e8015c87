import { Command, CommanderError, Option } from 'commander';
import { DamagedState } from '../src/dataset/records/stored.ts';
import { parserVersion, schemaVersion } from '../src/version.ts';
import { commands } from './commands/index.ts';
import type { Register } from './commands/register.ts';
import { type ExitCode, Failure } from './failure.ts';
import type { RunningIo } from './io.ts';
import { refuseEmpty } from './text/empty.ts';
import { helpLayout } from './text/help.ts';
import { languages } from './text/language.ts';
import { forgottenValue, unknownCommand, usageFailure } from './text/usage.ts';

/** The command tree: options every command has, then each command by its own file. */
export function createProgram(io: RunningIo, registers: readonly Register[] = commands, versionFlags = '-V, --version'): Command {
  const program = new Command('gongkai');
  program
    .description(
      io.text({
        zh: '公开：读取政府信息公开工作年度报告，发布为可查询、可核对的开放数据集。',
        en: "Gongkai: reads the annual reports of China's government disclosure (政府信息公开工作年度报告) and publishes them as open data.",
      }),
    )
    .usage(io.text({ zh: '<命令> [选项]', en: '<command> [options]' }))
    .version(
      `gongkai ${parserVersion} (schema ${schemaVersion}, node ${process.version})`,
      versionFlags,
      io.text({ zh: '显示版本', en: 'show the version' }),
    )
    .helpOption('-h, --help', io.text({ zh: '显示帮助', en: 'show help' }))
    .helpCommand('help [command]', io.text({ zh: '显示某个命令的帮助', en: 'show the help of a command' }))
    .addOption(new Option('--lang <lang>', io.text({ zh: '语言', en: 'language; without it LANG decides' })).choices([...languages]))
    .addOption(new Option('--debug', io.text({ zh: '出错时显示调用栈', en: 'show the stack of a fault' })))
    .configureHelp(helpLayout(io))
    .configureOutput({ writeOut: (text) => void io.out(text), writeErr: () => {}, getOutHelpWidth: () => io.width })
    .showSuggestionAfterError()
    .exitOverride();
  for (const register of registers) register(program, io);
  return program.hook('preAction', (_, command) => refuseEmpty(command));
}

/** SQL that begins with a comment looks like an option: behind an empty line it is what it was, and none. */
const withoutComment = (argument: string): string => (/^--\s/.test(argument) ? `\n${argument}` : argument);

/** Run one command line to its end. Never throws: whatever goes wrong is reported in plain words and sets the exit code. */
export async function run(typed: readonly string[], io: RunningIo, registers?: readonly Register[]): Promise<ExitCode> {
  const [command, asked] = typed.filter((argument, n) => !argument.startsWith('-') && typed[n - 1] !== '--lang');
  const argv = command === 'query' ? typed.map(withoutComment) : typed;
  // `release --version V` names a release, and commander would take it for the program's own option.
  const program = createProgram(io, registers, command === 'release' ? '-V' : undefined);
  try {
    const forgotten = forgottenValue(program, argv);
    if (forgotten) throw forgotten;
    await program.parseAsync([...argv], { from: 'user' });
  } catch (error) {
    if (error instanceof Failure) io.report(error);
    else if (error instanceof DamagedState) io.report(new Failure('state_damaged', { key: error.key }, { cause: error }));
    else if (!(error instanceof CommanderError)) io.report(new Failure('unexpected', { reason: reasonOf(error) }, { cause: error }));
    else if (error.code === 'commander.help' && error.exitCode !== 0) {
      // The help that takes the place of an error: there was no command, or nobody knows the one that help was asked for.
      if (asked === undefined) program.outputHelp();
      else io.report(unknownCommand(asked, program, io.language));
    } else if (error.exitCode !== 0) io.report(usageFailure(error, program, argv, io.language));
  }
  return io.code();
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
