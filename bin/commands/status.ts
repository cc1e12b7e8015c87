import { exit } from '../failure.ts';
import type { Io } from '../io.ts';
import { wantState } from '../local/store/dataset-folder.ts';
import { examples, jsonOption, outOption } from '../text/help.ts';
import type { Register } from './register.ts';

interface Options {
  readonly out: string;
  readonly json?: true;
}

async function one(io: Io, asked: string, { out, json }: Options): Promise<void> {
  const [{ theDocument }, { openLocalDataset }] = await Promise.all([
    import('../local/upkeep/find-document.ts'),
    import('../local/store/local-dataset.ts'),
  ]);
  const found = await theDocument(openLocalDataset(out), asked);
  if (json) return io.out(`${JSON.stringify({ ...found.entry, keys: found.history.provenance.keys })}\n`);
  const { documentView } = await import('../text/status.ts');
  await io.out(`${documentView(io, found)}\n`);
}

async function all(io: Io, { out, json }: Options): Promise<void> {
  const [{ statusOf }, { openLocalDataset }, { newSeen }] = await Promise.all([
    import('../../src/dataset/upkeep/status.ts'),
    import('../local/store/local-dataset.ts'),
    import('../local/ingest/seen.ts'),
  ]);
  const status = { dataset: out, ...(await statusOf(openLocalDataset(out))), unfinished: newSeen(out).interrupted };
  const { statusView } = await import('../text/status.ts');
  await io.out(json ? `${JSON.stringify(status)}\n` : `${statusView(io, status)}\n`);
  if (status.received === 0) io.end(exit.nothing);
}

async function run(io: Io, document: string | undefined, options: Options): Promise<void> {
  wantState(options.out);
  await (document === undefined ? all(io, options) : one(io, document, options));
}

/** `gongkai status [DOC]`: what was received, published, quarantined, and why. */
export const registerStatus: Register = (program, io) => {
  const command = program
    .command('status')
    .argument('[doc]', io.text({ zh: '文件名、路径或 SHA-256', en: 'file name, key or SHA-256 of one document' }))
    .summary(io.text({ zh: '收到、发布、隔离了什么，为什么', en: 'what was received, published, quarantined, and why' }))
    .description(
      io.text({
        zh: '按结果和原因列出收入的文件；给出文件则说明它的情况。',
        en: 'Counts the documents received by what became of them and why; with a document, tells what became of that one.',
      }),
    )
    .addOption(outOption(io))
    .addOption(jsonOption(io))
    .action((document: string | undefined, options: Options) => run(io, document, options));
  examples(command, io, [
    { type: 'gongkai status', for: { zh: '一览', en: 'at a glance' } },
    { type: 'gongkai status 2021.html', for: { zh: '一个文件', en: 'one document' } },
  ]);
};
