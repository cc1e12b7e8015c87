import type { Problem } from '../../src/release/verify.ts';
import { exit } from '../failure.ts';
import type { Io } from '../io.ts';
import { examples, jsonOption } from '../text/help.ts';
import { counted } from '../text/language.ts';
import type { Register } from './register.ts';

const kinds = {
  missing: { zh: '缺少', en: 'missing' },
  extra: { zh: '多出', en: 'extra' },
  size: { zh: '大小不符', en: 'size' },
  checksum: { zh: '校验和不符', en: 'checksum' },
  rows: { zh: '行数不符', en: 'rows' },
  manifest: { zh: '清单不符', en: 'manifest' },
} as const satisfies Record<Problem['kind'], { zh: string; en: string }>;

/** A problem as a person reads it: which file, why, which row. */
function problemText(io: Io, { path, kind, reason, reason_zh: zh, row }: Problem): string {
  const head = `${io.style('red', path)}  ${io.text(kinds[kind])}: ${io.text({ zh, en: reason })}`;
  if (!row) return head;
  const none = io.text({ zh: '（无此行）', en: '(no such row)' });
  const shown = (line: string | null) => (line ?? none).trimEnd().slice(0, 300);
  const at = io.text({ zh: `第 ${row.row} 行`, en: `row ${row.row}` });
  return `${head}\n  ${at}\n    parquet: ${shown(row.parquet)}\n    csv:     ${shown(row.csv)}`;
}

async function run(io: Io, folder: string, json: boolean): Promise<void> {
  const [{ verifyRelease }, { parquet }, { namedRelease }] = await Promise.all([
    import('../../src/release/verify.ts'),
    import('../../src/dataset/parquet/parquet.ts'),
    import('../local/release/folder.ts'),
  ]);
  const result = await verifyRelease(await namedRelease(folder), parquet);
  const { version, problems, files: count, bytes } = result;
  if (json) await io.out(`${JSON.stringify(result)}\n`);
  else if (problems.length === 0) {
    const size = (bytes / 1e6).toFixed(1);
    const sound = {
      zh: `${version} 完好：${count} 个文件，${size} MB（db/ 不在核对之列）。`,
      en: `${version} is whole: ${counted(count, 'file')}, ${size} MB (db/ is not covered).`,
    };
    await io.out(`${io.text(sound)}\n`);
  } else {
    const found = { zh: `${folder}：${problems.length} 处问题`, en: `${folder}: ${counted(problems.length, 'problem')}` };
    await io.out(`${io.text(found)}\n${problems.map((problem) => problemText(io, problem)).join('\n')}\n`);
  }
  if (problems.length > 0) io.end(exit.failed);
}

/** `gongkai verify DIR`: is a release as it was published? */
export const registerVerify: Register = (program, io) => {
  const command = program
    .command('verify')
    .argument('<dir>', io.text({ zh: '发布的文件夹', en: 'folder of a release' }))
    .summary(io.text({ zh: '核对一个发布是否完好', en: 'check that a release is as it was published' }))
    .description(
      io.text({
        zh: '重新计算每个文件的大小、校验和、行数，指出哪个文件、哪一行不对。有问题时以 1 退出。',
        en: 'Computes size, checksum and rows of every file again and says which file and which row differ. Exit code 1 when something does.',
      }),
    )
    .addOption(jsonOption(io))
    .action((folder: string, { json }: { json?: true }) => run(io, folder, json === true));
  examples(command, io, [{ type: 'gongkai verify dataset/open/releases/v2026.11.0', for: { zh: '核对一个版本', en: 'check a version' } }]);
};
