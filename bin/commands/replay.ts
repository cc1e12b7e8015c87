import type { Selection } from '../../src/dataset/upkeep/replay.ts';
import { Failure } from '../failure.ts';
import type { Io } from '../io.ts';
import { wantState } from '../local/store/dataset-folder.ts';
import { isDay } from '../text/arguments.ts';
import { examples, jsonOption, outOption } from '../text/help.ts';
import { type Told, tell, workersOption } from './ingested.ts';
import type { Register } from './register.ts';

interface Options extends Told, Selection {
  readonly workers: number;
  readonly all?: true;
  readonly dryRun?: true;
}

const momentShape = /^\d{4}-\d\d-\d\d(T[\d:.]+Z)?$/;

/** A day, or a moment in UTC, as receipts have it. */
function moment(option: string, value: string | undefined): string | undefined {
  if (value === undefined || (momentShape.test(value) && isDay(value.slice(0, 10)) && !Number.isNaN(Date.parse(value)))) return value;
  throw new Failure('invalid_value', { option, value, expected: 'YYYY-MM-DD (2026-11-30)' });
}

function selectionOf({ prefix, since, until, parserBelow, code, all }: Options): Selection {
  const selection = { prefix, since: moment('--since', since), until: moment('--until', until), parserBelow, code };
  if (!all && Object.values(selection).every((condition) => condition === undefined)) throw new Failure('selection_missing');
  if (parserBelow !== undefined && !/^\d+\.\d+\.\d+(-|$)/.test(parserBelow))
    throw new Failure('invalid_value', { option: '--parser-below', value: parserBelow, expected: 'MAJOR.MINOR.PATCH (0.3.0)' });
  return selection;
}

/** A code nobody knows chooses nothing for another reason than one that no document has; readings of older versions may hold others. */
async function nothingFits({ code }: Selection): Promise<Failure> {
  const { quarantineKinds } = await import('../../schemas/quarantine.ts');
  if (code === undefined || code in quarantineKinds) return new Failure('nothing_selected');
  return new Failure('invalid_value', { option: '--code', value: code, expected: Object.keys(quarantineKinds).join(' | ') });
}

async function run(io: Io, options: Options): Promise<void> {
  const selection = selectionOf(options);
  const [{ chosen, replay }, { progress }] = await Promise.all([
    import('../local/upkeep/replay.ts'),
    import('../local/ingest/progress.ts'),
  ]);
  wantState(options.out);
  const receipts = await chosen(options.out, selection);
  if (receipts.length === 0) throw await nothingFits(selection);
  if (options.dryRun) {
    const { chosenText } = await import('../text/kept.ts');
    return io.out(options.json ? receipts.map((receipt) => `${JSON.stringify(receipt)}\n`).join('') : `${chosenText(io, receipts)}\n`);
  }
  const failed = (failure: Failure) => io.report(failure);
  await tell(io, await replay(receipts, options, { progress: progress(io), failed }), options);
}

/** `gongkai replay`: read documents again, chosen by prefix, date, parser version or code of quarantine. */
export const registerReplay: Register = (program, io) => {
  const command = program
    .command('replay')
    .summary(io.text({ zh: '重新读取已收入的文件', en: 'read documents again that were taken in' }))
    .description(
      io.text({
        zh: '用现在的解析器和附带文件重新读取符合全部条件的文件，从收入时的位置或保留的副本读取；更正和撤回继续有效。压缩包中的文件连同压缩包重新读取。',
        en: 'Reads the documents that fit every condition again, with the present parser and sidecars, from where they were taken in or from kept copies. Corrections and withdrawals hold. A file in an archive is read again with its archive.',
      }),
    )
    .addOption(outOption(io))
    .addOption(jsonOption(io))
    .option('--prefix <key>', io.text({ zh: '路径的开头', en: 'beginning of the key' }))
    .option('--since <day>', io.text({ zh: '这一天（UTC）或之后收入', en: 'received on this day (UTC) or later' }))
    .option('--until <day>', io.text({ zh: '这一天（UTC）之前收入', en: 'received before this day (UTC)' }))
    .option('--parser-below <version>', io.text({ zh: '由更旧的解析器读取', en: 'read by a parser older than this version' }))
    .option('--code <code>', io.text({ zh: '因此被隔离', en: 'in quarantine for this reason' }))
    .option('--all', io.text({ zh: '全部', en: 'all of them' }))
    .option('--dry-run', io.text({ zh: '只列出，不读取', en: 'only list them' }))
    .action((options: Options) => run(io, options));
  workersOption(command, io);
  examples(command, io, [
    { type: 'gongkai replay --code format_unsupported', for: { zh: '有了新的读取器之后', en: 'once there is a reader for them' } },
    { type: 'gongkai replay --parser-below 0.3.0', for: { zh: '解析器升级之后', en: 'after an upgrade of the parser' } },
    { type: 'gongkai replay --prefix 2023/ --dry-run', for: { zh: '先看有哪些', en: 'look first' } },
  ]);
};
