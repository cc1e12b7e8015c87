import type { Row } from '../../schemas/tables.ts';
import { exit } from '../failure.ts';
import type { Io } from '../io.ts';
import { examples, jsonOption } from '../text/help.ts';
import { counted } from '../text/language.ts';
import type { Register } from './register.ts';

const names = {
  added: { zh: '新增', en: 'added' },
  corrected: { zh: '更正', en: 'corrected' },
  withdrawn: { zh: '撤回', en: 'withdrawn' },
} as const satisfies Record<Row<'changes'>['change'], { zh: string; en: string }>;

function changeText(io: Io, row: Row<'changes'>): string {
  const shown = (value: number | null) => (value === null ? '–' : String(value));
  const document = (sha256: string | null) => sha256?.slice(0, 12) ?? '–';
  const code = `${row.table_code}.${row.row_code}.${row.column_code}`;
  const values = `${shown(row.old_value)} → ${shown(row.new_value)}`;
  const documents = `${document(row.old_sha256)} → ${document(row.new_sha256)}`;
  return `${io.text(names[row.change])}  ${row.agency_id} ${row.year}  ${code}  ${values}  ${io.style('dim', `${documents}; ${row.reason}`)}`;
}

async function run(io: Io, older: string, newer: string, json: boolean): Promise<void> {
  const [{ diffReleases }, { parquet }, { namedRelease }, { asFailure }] = await Promise.all([
    import('../../src/release/changes.ts'),
    import('../../src/dataset/parquet/parquet.ts'),
    import('../local/release/folder.ts'),
    import('../local/release/failure.ts'),
  ]);
  const counts = { added: 0, corrected: 0, withdrawn: 0 };
  await asFailure(async () => {
    for await (const row of diffReleases(await namedRelease(older), await namedRelease(newer), parquet)) {
      counts[row.change]++;
      await io.out(`${json ? JSON.stringify(row) : changeText(io, row)}\n`);
    }
  });
  const { added, corrected, withdrawn } = counts;
  io.note(
    io.text({
      zh: `新增 ${added} 个数字，更正 ${corrected} 个，撤回 ${withdrawn} 个。`,
      en: `${counted(added, 'number')} added, ${corrected} corrected, ${withdrawn} withdrawn.`,
    }),
  );
  if (added + corrected + withdrawn === 0) io.end(exit.nothing);
}

/** `gongkai diff A B`: every number that changed between two releases. */
export const registerDiff: Register = (program, io) => {
  const command = program
    .command('diff')
    .argument('<older>', io.text({ zh: '旧版本的文件夹', en: 'folder of the older release' }))
    .argument('<newer>', io.text({ zh: '新版本的文件夹', en: 'folder of the newer release' }))
    .summary(io.text({ zh: '两个发布之间的逐格变更', en: 'what changed between two releases, cell by cell' }))
    .description(
      io.text({
        zh: '列出新增、更正、撤回的每个数字，附新旧值、新旧文件和理由。没有变更时以 4 退出。',
        en: 'Lists every number added, corrected or withdrawn with both values, both documents and the reason. Exit code 4 when nothing changed.',
      }),
    )
    .addOption(jsonOption(io))
    .action((older: string, newer: string, { json }: { json?: true }) => run(io, older, newer, json === true));
  examples(command, io, [
    {
      type: 'gongkai diff dataset/open/releases/v2026.10.0 dataset/open/releases/v2026.11.0',
      for: { zh: '上月以来的变更', en: 'what changed since last month' },
    },
  ]);
};
