import { randomBytes } from 'node:crypto';
import { Failure } from '../failure.ts';
import type { Io } from '../io.ts';
import { wantTables } from '../local/store/dataset-folder.ts';
import { wholeNumber } from '../text/arguments.ts';
import { examples, jsonOption, outOption } from '../text/help.ts';
import type { Register } from './register.ts';

interface Options {
  readonly out: string;
  readonly port: number;
  readonly json?: true;
}

async function run(io: Io, { out, port, json }: Options): Promise<void> {
  wantTables(out);
  const { createSite } = await import('../local/serve/server.ts');
  const token = randomBytes(24).toString('base64url');
  let bound = port;
  const server = createSite(io, out, token, () => bound);
  await new Promise<void>((listening, failed) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      failed(new Failure(error.code === 'EADDRINUSE' ? 'port_taken' : 'port_refused', { port, reason: error.message }, { cause: error })),
    );
    server.listen(port, '127.0.0.1', listening);
  });
  const address = server.address();
  if (typeof address === 'object' && address) bound = address.port;
  const url = `http://127.0.0.1:${bound}/site/?token=${token}`;
  await io.out(json ? `${JSON.stringify({ url, port: bound })}\n` : `${url}\n`);
  io.note(io.text({ zh: '在浏览器中打开此地址；Ctrl-C 结束。', en: 'Open this address in a browser; Ctrl-C ends.' }));
  await new Promise<void>((ended) => {
    io.onInterrupt(() => {
      server.closeAllConnections();
      server.close(() => ended());
    });
  });
}

/** `gongkai serve`: the explorer over the local dataset, with SQL, and files read by dropping them on the page. */
export const registerServe: Register = (program, io) => {
  const command = program
    .command('serve')
    .summary(io.text({ zh: '在浏览器中查看本机数据集', en: 'look at the local dataset in a browser' }))
    .description(
      io.text({
        zh: '在 127.0.0.1 上提供浏览页面：可用 SQL 查询，可把文件拖到页面上查看读到了什么，确认后收入数据集。',
        en: 'Serves the explorer on 127.0.0.1: it answers SQL, and a file dropped on the page is shown as it was read and published when you confirm.',
      }),
    )
    .addOption(outOption(io))
    .addOption(jsonOption(io))
    .option('--port <n>', io.text({ zh: '端口，0 为任意', en: 'port; 0 takes any' }), wholeNumber(io, { min: 0, max: 65_535 }), 8321)
    .action((options: Options) => run(io, options));
  examples(command, io, [{ type: 'gongkai serve --out dataset-samples', for: { zh: '查看样例', en: 'look at the samples' } }]);
};
