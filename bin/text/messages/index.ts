import { athenaMessages } from './athena.ts';
import { datasetMessages } from './dataset.ts';
import { diskMessages } from './disk.ts';
import type { Message } from './message.ts';
import { queryMessages } from './query.ts';
import { releaseMessages } from './release.ts';
import { siteMessages } from './site.ts';

/** Every failure of the command line by its stable code; the codes are printed and may be relied on. */
export const messages = {
  ...datasetMessages,
  ...diskMessages,
  ...queryMessages,
  ...athenaMessages,
  ...releaseMessages,
  ...siteMessages,
  unknown_command: {
    exit: 2,
    zh: '没有命令“{name}”。',
    en: 'there is no command "{name}".',
    advice: { zh: '{suggestion}`gongkai --help` 列出全部命令。', en: '{suggestion}`gongkai --help` lists all commands.' },
  },
  unknown_option: {
    exit: 2,
    zh: '没有选项“{name}”。',
    en: 'there is no option "{name}".',
    advice: { zh: '{suggestion}`gongkai {command}--help` 列出可用选项。', en: '{suggestion}`gongkai {command}--help` lists the options.' },
  },
  usage: {
    exit: 2,
    zh: '用法不对：{detail}',
    en: '{detail}',
    advice: { zh: '`gongkai {command}--help` 说明用法并举例。', en: '`gongkai {command}--help` explains it with examples.' },
  },
  missing_argument: {
    exit: 2,
    zh: '缺少参数“{name}”。',
    en: 'the argument "{name}" is missing.',
    advice: { zh: '`gongkai {command}--help` 说明用法并举例。', en: '`gongkai {command}--help` explains it with examples.' },
  },
  missing_option: {
    exit: 2,
    zh: '必须给出选项“{name}”。',
    en: 'the option "{name}" has to be given.',
    advice: { zh: '`gongkai {command}--help` 列出它的取值并举例。', en: '`gongkai {command}--help` lists its values, with examples.' },
  },
  missing_value: {
    exit: 2,
    zh: '选项“{name}”后面缺少值。',
    en: 'the option "{name}" needs a value.',
    advice: { zh: '`gongkai {command}--help` 说明用法并举例。', en: '`gongkai {command}--help` explains it with examples.' },
  },
  empty_value: {
    exit: 2,
    zh: '“{name}”是空的。',
    en: '"{name}" is empty.',
    advice: {
      zh: '脚本中的变量可能没有赋值；当前文件夹写作“.”。`gongkai {command}--help` 说明用法并举例。',
      en: 'A variable of a script may be unset; the present folder is written ".". `gongkai {command}--help` explains it with examples.',
    },
  },
  options_conflict: {
    exit: 2,
    zh: '“{one}”和“{other}”不能同时用。',
    en: '"{one}" and "{other}" cannot be given together.',
    advice: { zh: '`gongkai {command}--help` 说明用法并举例。', en: '`gongkai {command}--help` explains it with examples.' },
  },
  excess_arguments: {
    exit: 2,
    zh: '参数太多：`gongkai {command}`最多接受 {most} 个，给了 {given} 个。',
    en: 'too many arguments: `gongkai {command}` takes {most} at most, not {given}.',
    advice: {
      zh: '含空格的参数要加引号；数据集文件夹用 --out 指定。`gongkai {command} --help` 说明用法。',
      en: 'Put an argument that holds blanks in quotation marks; name a dataset folder with --out. `gongkai {command} --help` explains.',
    },
  },
  invalid_value: {
    exit: 2,
    zh: '{option} 的值“{value}”不对。应为：{expected}',
    en: 'the value "{value}" of {option} is wrong. Expected: {expected}',
  },
  nothing_to_ingest: {
    exit: 4,
    zh: '{path} 里没有可收的文件。',
    en: 'there is no file to take in at {path}.',
    advice: { zh: '附带文件 *.meta.json 和系统文件不算。', en: 'Sidecars *.meta.json and files of the desktop do not count.' },
  },
  file_not_found: {
    exit: 1,
    zh: '找不到文件：{path}',
    en: 'no such file: {path}',
    advice: { zh: '请检查路径；含空格或括号的文件名要加引号。', en: 'Check the path; quote names that hold blanks or brackets.' },
  },
  name_not_utf8: {
    exit: 1,
    zh: '{path}：文件名不是 UTF-8 编码，打不开。',
    en: '{path}: this name is not in UTF-8 and cannot be opened.',
    advice: {
      zh: '常见于在 Linux 上解压的 GBK 压缩包。请改名（例如 convmv -f gbk -t utf8 -r --notest <文件夹>），或直接收入压缩包。',
      en: 'Archives with names in GBK that were unpacked on Linux leave such names. Rename it (convmv -f gbk -t utf8 -r --notest <folder>, say), or take in the archive itself.',
    },
  },
  file_unreadable: {
    exit: 1,
    zh: '读不了文件 {path}：{reason}',
    en: 'cannot read {path}: {reason}',
    advice: { zh: '请检查路径和访问权限。', en: 'Check the path and its permissions.' },
  },
  is_folder: {
    exit: 2,
    zh: '{path} 是文件夹，不是文件。',
    en: '{path} is a folder, not a file.',
    advice: { zh: '整个文件夹请用：gongkai ingest {path}', en: 'For a whole folder use: gongkai ingest {path}' },
  },
  not_a_file: {
    exit: 2,
    zh: '{path} 是管道、套接字或设备，不是文件：读取可能永无结束，没有读取。',
    en: '{path} is a named pipe, a socket or a device, not a file: reading it might never end, so it was not read.',
    advice: {
      zh: '请把内容存成文件；也可由别的程序直接传入：<程序> | gongkai parse /dev/stdin',
      en: 'Save what it gives as a file, or have another program hand it over: <program> | gongkai parse /dev/stdin',
    },
  },
  input_too_large: {
    exit: 1,
    zh: '{path} 传入的内容超过 {most} MB，不再读取。',
    en: 'more than {most} MB came from {path}; no document of that size is read.',
    advice: { zh: '请检查传入内容的程序；一份报告通常不到几 MB。', en: 'Check the program that gives it: a report has a few MB.' },
  },
  file_too_large: {
    exit: 1,
    zh: '{path} 有 2 GiB 或更大，不读取这样大的文件。',
    en: '{path} has 2 GiB or more; no document of that size is read.',
    advice: { zh: '一份报告通常不到几 MB；压缩包请拆分。', en: 'A report has a few MB. Split an archive, or give the report alone.' },
  },
  sidecar_invalid: {
    exit: 1,
    zh: '附带文件 {path} 不合格式：{reason}',
    en: 'the sidecar {path} is not valid: {reason}',
    advice: {
      zh: '它应是 JSON 对象，可有 source_url、retrieved、agency_id、year、correction_of、withdrawn、reason。',
      en: 'It is a JSON object that may hold source_url, retrieved, agency_id, year, correction_of, withdrawn, reason.',
    },
  },
  state_damaged: {
    exit: 1,
    zh: '数据集中的 {key} 已损坏，或由本程序的另一版本写成。',
    en: '{key} in the dataset is damaged, or was written by another version of this program.',
    advice: {
      zh: '删去它，再用 gongkai ingest --rehash 重新收入它的文件。',
      en: 'Delete it, and take its documents in again with gongkai ingest --rehash.',
    },
  },
  worker_lost: {
    exit: 1,
    zh: '处理 {what} 时线程中止：{reason}',
    en: 'the thread that was at {what} ended: {reason}',
    advice: { zh: '其余文件不受影响。请把这份文件报告给我们。', en: 'The other files are not affected. Please report this file to us.' },
  },
  file_failed: {
    exit: 1,
    zh: '收入 {path} 时程序出错：{reason}',
    en: 'a fault of the program while taking in {path}: {reason}',
    advice: { zh: '其余文件不受影响。请把这份文件报告给我们。', en: 'The other files are not affected. Please report this file to us.' },
  },
  unexpected: {
    exit: 1,
    zh: '程序出错：{reason}',
    en: 'this is a fault of the program: {reason}',
    advice: {
      zh: '加上 --debug 再运行一次，并把输出连同文件一起报告给我们。',
      en: 'Run it again with --debug and report what it prints, with the file if you can.',
    },
  },
} as const satisfies Record<string, Message>;

/** Code of a message; a misspelt one does not compile. */
export type MessageCode = keyof typeof messages;
