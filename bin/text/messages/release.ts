import type { Message } from './message.ts';

/** What can go wrong with releases. */
export const releaseMessages = {
  no_reports: {
    exit: 4,
    zh: '数据集里没有可发布的报告。',
    en: 'the dataset has no report to release.',
    advice: { zh: '先运行 gongkai ingest 收入报告。', en: 'Take in reports with gongkai ingest first.' },
  },
  release_exists: {
    exit: 1,
    zh: '版本 {version} 已经发布，不能更改。',
    en: 'the release {version} exists; releases never change.',
    advice: { zh: '请另用 --version，或不指定。', en: 'Choose another --version, or leave it out.' },
  },
  release_begun: {
    exit: 1,
    zh: '版本 {version} 已由别的数据、日期或选项开始，没有完成；其中的文件不会被改写。',
    en: 'the release {version} was begun from other data, or with another date or options, and is not finished; its files are not written over.',
    advice: {
      zh: '不指定 --version 即用下一个版本；若确无别的发布在进行，也可删去它的文件夹和 state/releases/{version}.json。',
      en: 'Leave --version out for the next one; if no other run is at work, its folder and state/releases/{version}.json may be deleted.',
    },
  },
  release_not_later: {
    exit: 1,
    zh: '版本 {version} 不在当前版本 {latest} 之后。',
    en: 'the version {version} does not come after {latest}, the current release.',
    advice: {
      zh: '变更从上一版本算起：请用更后的 --version，或不指定。',
      en: 'Changes are counted from one release to the next: choose a later --version, or leave it out.',
    },
  },
  development_parser: {
    exit: 1,
    zh: '{agency} {year} 年的报告由改动过而未定版的解析器读取，不能发布。',
    en: 'the report of {agency} for {year} was read by a parser from a changed tree; such readings are never released.',
    advice: { zh: '用定版的解析器重新读取后再发布。', en: 'Read it again with a released parser.' },
  },
  dataset_moved: {
    exit: 1,
    zh: '数据集在发布过程中有变动：{key}',
    en: 'the dataset changed while it was being released: {key}',
    advice: {
      zh: '待收取和合并完成后重新运行；latest.json 没有变动。',
      en: 'Run it again when nothing is being taken in; latest.json was not moved.',
    },
  },
  latest_moved: {
    exit: 1,
    zh: '另一次发布先完成了，latest.json 没有指向 {version}。',
    en: 'another release was faster: latest.json was not moved to {version}.',
    advice: { zh: '重新运行，变更会从那次发布算起。', en: 'Run it again: changes are then counted from that release.' },
  },
  not_a_release: {
    exit: 1,
    zh: '这里没有发布：缺少 {path}',
    en: 'this is no release: {path} is missing.',
    advice: {
      zh: '请给出含 manifest.json 的文件夹，例如 dataset/open/releases/v2026.11.0',
      en: 'Name the folder that holds manifest.json, for instance dataset/open/releases/v2026.11.0',
    },
  },
  release_damaged: {
    exit: 1,
    zh: '{path} 已损坏：{reason}',
    en: '{path} is damaged: {reason}',
    advice: { zh: '请重新下载这次发布。', en: 'Download the release again.' },
  },
} as const satisfies Record<string, Message>;
