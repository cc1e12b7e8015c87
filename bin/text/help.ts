import { type Command, type Help, type HelpConfiguration, Option } from 'commander';
import type { Io } from '../io.ts';
import type { Text } from './language.ts';
import { displayWidth, wrap } from './width.ts';

const titles: Readonly<Record<string, Text>> = {
  'Usage:': { zh: '用法：', en: 'Usage:' },
  'Arguments:': { zh: '参数：', en: 'Arguments:' },
  'Options:': { zh: '选项：', en: 'Options:' },
  'Global Options:': { zh: '通用选项：', en: 'Global options:' },
  'Commands:': { zh: '命令：', en: 'Commands:' },
};

/** How commander lays out help: headings in the reader's language, Chinese counted double and broken anywhere. */
export function helpLayout(io: Io): HelpConfiguration {
  return {
    showGlobalOptions: true,
    displayWidth,
    boxWrap: (text: string, width: number) =>
      text
        .split('\n')
        .flatMap((line) => wrap(line, width))
        .join('\n'),
    styleTitle: (title: string) => io.style('bold', titles[title] ? io.text(titles[title]) : title),
    optionDescription(this: Help, option: Option) {
      const extra = [
        option.argChoices ? option.argChoices.join(' | ') : '',
        typeof option.defaultValue === 'string' || typeof option.defaultValue === 'number'
          ? io.text({ zh: `默认 ${option.defaultValue}`, en: `default: ${option.defaultValue}` })
          : '',
        option.mandatory ? io.text({ zh: '必须给出', en: 'has to be given' }) : '',
      ].filter(Boolean);
      return extra.length > 0 ? `${option.description} (${extra.join('; ')})` : option.description;
    },
    argumentDescription: (argument) => argument.description,
  };
}

/** An example of a command: what to type, and what it is for. */
export interface Example {
  readonly type: string;
  readonly for: Text;
}

/** Append examples to the help of a command. */
export function examples(command: Command, io: Io, list: readonly Example[]): Command {
  const heading = io.style('bold', io.text({ zh: '示例：', en: 'Examples:' }));
  const lines = list.flatMap((example) => [`  ${io.style('dim', `# ${io.text(example.for)}`)}`, `  $ ${example.type}`]);
  return command.addHelpText('after', `\n${[heading, ...lines].join('\n')}`);
}

/** `--out DIR`, the dataset folder, as all commands that write or read one name it. */
export const outOption = (io: Io): Option =>
  new Option('--out <dir>', io.text({ zh: '数据集文件夹', en: 'dataset folder' })).default('dataset');

/** `--json`, output for machines. */
export const jsonOption = (io: Io): Option => new Option('--json', io.text({ zh: '输出 JSON，供程序读取', en: 'JSON, for machines' }));
