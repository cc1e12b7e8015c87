import type { Message } from './message.ts';

/** Failures of `site` and `serve`. */
export const siteMessages = {
  site_not_bundled: {
    exit: 1,
    zh: '没有找到页面的脚本。',
    en: 'the script of the pages was not found.',
    advice: { zh: '先运行 `npm run build`。', en: 'Run `npm run build` first.' },
  },
  page_of_others: {
    exit: 1,
    zh: '{path} 已存在，不是本程序生成的页面，没有覆盖。',
    en: '{path} exists and is no page that this program made: it was not written over.',
    advice: { zh: '请另选位置，或先移走它。', en: 'Choose another place, or move it away first.' },
  },
  port_taken: {
    exit: 1,
    zh: '端口 {port} 已被占用。',
    en: 'port {port} is taken.',
    advice: { zh: '换一个：`--port 0` 取任意空闲端口。', en: 'Take another: `--port 0` takes any that is free.' },
  },
  port_refused: { exit: 1, zh: '不能使用端口 {port}：{reason}', en: 'port {port} cannot be used: {reason}' },
  drop_forgotten: {
    exit: 1,
    zh: '没有这份待发布的文件。',
    en: 'this document does not wait to be published.',
    advice: { zh: '请重新拖入文件。', en: 'Drop the file again.' },
  },
  sql_too_long: {
    exit: 2,
    zh: 'SQL 长于 {megabytes} MB。',
    en: 'the SQL is longer than {megabytes} MB.',
    advice: { zh: '请缩短它，例如用条件代替长长的列表。', en: 'Shorten it: a condition in place of a long list, say.' },
  },
  drop_too_large: {
    exit: 1,
    zh: '文件大于 {megabytes} MB。',
    en: 'the file is larger than {megabytes} MB.',
    advice: { zh: '请用 `gongkai ingest` 收入。', en: 'Take it in with `gongkai ingest`.' },
  },
} as const satisfies Readonly<Record<string, Message>>;
