import { Option } from 'commander';
import { exit, Failure } from '../failure.ts';
import type { Io } from '../io.ts';
import { wantState } from '../local/store/dataset-folder.ts';
import { examples, jsonOption, outOption } from '../text/help.ts';
import type { Register } from './register.ts';

interface Options {
  readonly out: string;
  readonly reason?: string;
  readonly undo?: true;
  readonly json?: true;
}

async function run(io: Io, document: string, { out, reason, undo, json }: Options): Promise<void> {
  if (!undo && !reason?.trim()) {
    const detail = io.text({
      zh: '请用 --reason 说明理由，或用 --undo 恢复。',
      en: 'say why with --reason, or end a withdrawal with --undo.',
    });
    throw new Failure('usage', { detail, command: 'withdraw ' });
  }
  const [{ withdraw }, { withdrawalText }] = await Promise.all([import('../local/upkeep/withdraw.ts'), import('../text/kept.ts')]);
  wantState(out);
  const why = undo ? null : (reason ?? null);
  const done = await withdraw(out, document, why);
  await io.out(json ? `${JSON.stringify(done)}\n` : `${withdrawalText(io, done, why)}\n`);
  if (undo && done.sidecars.length === 0) io.end(exit.nothing);
}

/** `gongkai withdraw DOC --reason`: take a document out of the tables by its sidecar, for good. */
export const registerWithdraw: Register = (program, io) => {
  const command = program
    .command('withdraw')
    .argument('<doc>', io.text({ zh: '文件名、路径或 SHA-256', en: 'file name, key or SHA-256' }))
    .summary(io.text({ zh: '撤回一份文件', en: 'withdraw a document' }))
    .description(
      io.text({
        zh: '在文件旁写入附带文件 *.meta.json 并立即生效：文件不再出现在数据表中，重新读取后仍然有效。原文件不动。',
        en: 'Writes the sidecar *.meta.json beside the file and applies it at once: the document leaves the tables, and stays out through replays. The file itself is not touched.',
      }),
    )
    .option('--reason <text>', io.text({ zh: '理由（公开）', en: 'why; it is published' }))
    .addOption(new Option('--undo', io.text({ zh: '恢复已撤回的文件', en: 'end a withdrawal' })).conflicts('reason'))
    .addOption(outOption(io))
    .addOption(jsonOption(io))
    .action((document: string, options: Options) => run(io, document, options));
  examples(command, io, [
    { type: 'gongkai withdraw 2021.html --reason "replaced by the agency"', for: { zh: '撤回', en: 'withdraw' } },
    { type: 'gongkai withdraw 2021.html --undo', for: { zh: '恢复', en: 'take it back' } },
  ]);
};
