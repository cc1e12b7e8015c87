import { Option } from 'commander';
import type { Report } from '../../schemas/report.ts';
import type { Source } from '../../src/model.ts';
import { exit, Failure } from '../failure.ts';
import type { Io } from '../io.ts';
import { webAddress } from '../text/arguments.ts';
import { examples, jsonOption } from '../text/help.ts';
import type { Register } from './register.ts';

interface Options {
  readonly json?: true;
  readonly explain?: true;
  readonly text?: true;
  readonly sourceUrl?: string;
}

/** The parser, as the command needs it. */
export type Parse = (bytes: Uint8Array, source: Source) => Promise<{ readonly report: Report }>;

const parser = async (): Promise<Parse> => (await import('../local/threads/parse-thread.ts')).localParser();

/** How one report is written to stdout, ending with a newline. */
async function writer(io: Io, options: Options): Promise<(report: Report) => string> {
  if (options.json) return (report) => `${JSON.stringify(report)}\n`;
  if (options.text || options.explain) {
    const { explanation, numberedText } = await import('../text/explain.ts');
    return (report) => `${options.text ? numberedText(io, report) : explanation(io, report)}\n`;
  }
  const { reportView } = await import('../text/report.ts');
  return (report) => `${reportView(io, report)}\n\n`;
}

async function parseFiles(io: Io, files: readonly string[], options: Options, load: () => Promise<Parse>): Promise<void> {
  const [parse, write, { readLocalDocument }] = await Promise.all([load(), writer(io, options), import('../local/ingest/document.ts')]);
  for (const file of files) {
    try {
      const { bytes, source } = await readLocalDocument(file, options.sourceUrl);
      const { report } = await parse(bytes, source);
      await io.out(write(report));
      if (report.report.kind === null) io.end(exit.incomplete);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      io.report(error);
    }
  }
}

/** `gongkai parse FILE…`: read documents and show what was read; writes nothing. */
export const registerParse =
  (load: () => Promise<Parse> = parser): Register =>
  (program, io) => {
    const command = program
      .command('parse')
      .argument('<file...>', io.text({ zh: '要读取的文件', en: 'documents to read' }))
      .summary(io.text({ zh: '读取文件，显示读到的内容，不写任何数据', en: 'read documents and show what was read; writes nothing' }))
      .description(
        io.text({
          zh: '读取年度报告，显示机关、年度、表格中的每个数字、核对结果。旁边的 <文件>.meta.json 可说明来源或指定机关与年度。读不了的文件也输出对象，以 3 退出。',
          en: 'Reads annual reports and shows agency, year, every number of the tables and whether they add up. A <file>.meta.json beside the file may state its source or set agency and year by hand. A document that cannot be read gives an object too, and exit code 3.',
        }),
      )
      .addOption(jsonOption(io).conflicts(['explain', 'text']))
      .option('--explain', io.text({ zh: '每个数字出自哪一行、依哪条规则', en: 'each number with its line and the rule that read it' }))
      .addOption(new Option('--text', io.text({ zh: '所示全文及行号', en: 'the shown text with its line numbers' })).conflicts('explain'))
      .option('--source-url <url>', io.text({ zh: '文件的来源网址', en: 'address the document came from' }), webAddress(io))
      .action((files: string[], options: Options) => parseFiles(io, files, options, load));
    examples(command, io, [
      { type: 'gongkai parse report.html', for: { zh: '读一份报告', en: 'read one report' } },
      {
        type: 'gongkai parse *.html --json > reports.ndjson',
        for: { zh: '读多份，每行一个 JSON 对象', en: 'read many, one JSON object a line' },
      },
      { type: 'gongkai parse report.html --explain', for: { zh: '核对数字的出处', en: 'check where each number comes from' } },
    ]);
  };
