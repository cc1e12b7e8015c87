import type { Message } from './message.ts';

/** What a disk or a file system refuses. */
export const diskMessages = {
  disk_full: {
    exit: 1,
    zh: '磁盘已满，无法写入 {path}。',
    en: 'the disk is full; cannot write {path}.',
    advice: {
      zh: '没有留下半截文件。腾出空间后重新运行；收入文件（ingest）会从中断处继续。',
      en: 'No half-written file was left. Free some space and run it again; ingest goes on where it stopped.',
    },
  },
  folder_read_only: {
    exit: 1,
    zh: '不能写入 {path}：只读，或没有权限。',
    en: 'cannot write {path}: it is read-only, or you lack the permission.',
    advice: {
      zh: '请检查权限，或另选要写入的文件夹（--out、--to）。',
      en: 'Check the permissions, or choose another folder to write to (--out, --to).',
    },
  },
  read_denied: {
    exit: 1,
    zh: '没有读取 {path} 的权限。',
    en: 'you lack the permission to read {path}.',
    advice: {
      zh: '请让它的所有者开放权限，或换一个有权限的用户运行。',
      en: 'Ask its owner for access, or run it as a user who has it.',
    },
  },
  output_failed: {
    exit: 1,
    zh: '输出写到一半失败：{reason}',
    en: 'the output could not be written to its end: {reason}',
    advice: {
      zh: '已写出的部分不完整。请写到别处，或腾出空间后重试。',
      en: 'What was written is not complete. Free some space or write elsewhere, and run it again.',
    },
  },
  folder_unsuitable: {
    exit: 1,
    zh: '{path} 所在的文件系统不适用：{reason}',
    en: 'the file system of {path} will not do: {reason}',
    advice: {
      zh: '数据集文件夹需要支持硬链接的文件系统（ext4、APFS、NTFS 等），请用 --out 另选。',
      en: 'A dataset folder needs a file system with hard links (ext4, APFS, NTFS …). Choose another with --out.',
    },
  },
  disk_failed: {
    exit: 1,
    zh: '读写 {path} 失败：{reason}',
    en: 'reading or writing {path} failed: {reason}',
    advice: {
      zh: '没有留下半截文件。排除原因后重新运行；收入文件（ingest）会从中断处继续。',
      en: 'No half-written file was left. Remove the cause and run it again; ingest goes on where it stopped.',
    },
  },
  file_is_folder: {
    exit: 1,
    zh: '{path} 是文件夹，这里本应是文件。',
    en: '{path} is a folder where a file should be.',
    advice: { zh: '请另选文件名，或移走这个文件夹。', en: 'Choose another name for the file, or move the folder away.' },
  },
  folder_is_file: {
    exit: 1,
    zh: '无法写入 {path}：这一路径上有一个文件，本应是文件夹。',
    en: 'cannot write {path}: on the way to it lies a file where a folder should be.',
    advice: { zh: '请另选要写入的文件夹（--out、--to）。', en: 'Choose another folder to write to (--out, --to).' },
  },
} as const satisfies Record<string, Message>;
