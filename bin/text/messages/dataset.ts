import type { Message } from './message.ts';

/** Failures of the commands that keep a dataset: status, replay, reconcile, withdraw, watch. */
export const datasetMessages = {
  nothing_received: {
    exit: 4,
    zh: '{path} 里还没有收入任何文件。',
    en: 'nothing has been taken into {path} yet.',
    advice: { zh: '用 gongkai ingest <文件夹> --out {path} 收入。', en: 'Take reports in with gongkai ingest <folder> --out {path}.' },
  },
  input_is_dataset: {
    exit: 2,
    zh: '{path} 就是数据集文件夹，其中的文件不会被收入。',
    en: '{path} is the dataset folder itself: no file in it is taken in.',
    advice: { zh: '请用 --out 指定另一个文件夹存放数据集。', en: 'Name another folder for the dataset with --out.' },
  },
  document_unknown: {
    exit: 4,
    zh: '数据集中没有文件“{name}”。',
    en: 'the dataset holds no document "{name}".',
    advice: {
      zh: '可用文件名、收入时的路径，或 SHA-256 的前 8 位以上。',
      en: 'Give its file name, its key, or eight digits or more of its SHA-256.',
    },
  },
  document_ambiguous: {
    exit: 4,
    zh: '有 {count} 个文件符合“{name}”：{list}',
    en: '{count} documents match "{name}":{list}',
    advice: { zh: '请给出 SHA-256 或完整的路径。', en: 'Give the SHA-256 or the whole key.' },
  },
  selection_missing: {
    exit: 2,
    zh: '没有说明要重新读取哪些文件。',
    en: 'nothing says what to read again.',
    advice: {
      zh: '用 --prefix、--since、--until、--parser-below、--code 选择，或用 --all。',
      en: 'Choose with --prefix, --since, --until, --parser-below or --code, or say --all.',
    },
  },
  nothing_selected: {
    exit: 4,
    zh: '没有符合条件的文件。',
    en: 'no document fits the selection.',
    advice: {
      zh: 'gongkai status 列出收入了什么、为什么被隔离。',
      en: 'gongkai status lists what was received, and why documents are in quarantine.',
    },
  },
  source_missing: {
    exit: 1,
    zh: '找不到 {key} 的原文件，无法重新读取。',
    en: 'the file of {key} is not where it was taken in from, and no copy was kept: it cannot be read again.',
    advice: {
      zh: '对文件现在所在的文件夹运行 gongkai ingest；收入时加 --keep 会保留副本。',
      en: 'Run gongkai ingest on the folder it is in now; with --keep the dataset keeps copies.',
    },
  },
  sidecar_shared: {
    exit: 1,
    zh: '{path} 未收入：{other} 的相对路径也是 {key}，两者旁边的 .meta.json 却不同。',
    en: '{path}: not taken in. {other} has the same relative path, {key}, and the .meta.json files beside them differ.',
    advice: {
      zh: '请收入两者共同的上级文件夹，使相对路径不同；或给其中一个改名。',
      en: 'Take in the folder that holds both, so that their relative paths differ, or rename one of them.',
    },
  },
  source_changed: {
    exit: 1,
    zh: '{path} 已不是当初收入的内容，没有重新读取。',
    en: '{path} holds other bytes than those that were taken in: it was not read again.',
    advice: { zh: '要收入现在的内容，请运行 gongkai ingest。', en: 'To take in what it holds now run gongkai ingest.' },
  },
} as const satisfies Record<string, Message>;
