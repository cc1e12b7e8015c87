import { spawnSync } from 'node:child_process';
import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';

/** A program that saves a report in another format. */
export interface Writer {
  readonly name: string;
  /** A command that succeeds where the program is installed. */
  readonly probe: readonly [string, ...string[]];
  readonly jobs: readonly Job[];
}

/** One format a program writes, from a file it can open; what `made` names is found in the folder afterwards. */
export interface Job {
  readonly format: string;
  /** Extension of the file it starts from: the page, or what a writer before made of it. */
  readonly from: string;
  readonly run: (folder: string, file: string) => string | null;
  /** Layouts that do not survive this way of writing: text does not show where a blank cell was, paper not what no rule surrounds. */
  readonly loses?: RegExp;
}

function command(program: string, args: readonly string[], folder: string, made: string): string | null {
  spawnSync(program, args, { cwd: folder, stdio: 'ignore', timeout: 120_000, env: { ...process.env, HOME: folder } });
  const path = join(folder, made);
  return existsSync(path) ? path : null;
}

const stem = (file: string) => file.replace(/\.[^.]*$/, '');

/** LibreOffice by its filters: a page opened as a text or as a sheet. */
const libreOffice = (format: string, filter: string, from: string, infilter?: string): Job => ({
  format,
  from,
  run: (folder, file) =>
    command(
      'soffice',
      ['--headless', ...(infilter ? [`--infilter=${infilter}`] : []), '--convert-to', `${format}:${filter}`, file],
      folder,
      `${stem(file)}.${format}`,
    ),
});

/** A program that is told the name of the file to make. */
const named = (program: string, format: string, from: string, args: (file: string, made: string) => readonly string[]): Job => ({
  format,
  from,
  run: (folder, file) => {
    const made = `${stem(file)}-${program.replace(/\W/g, '')}.${format}`;
    return command(program, args(file, made), folder, made);
  },
});

/** AbiWord and wkhtmltopdf want a display, if only a pretended one. */
const displayed = (program: string, format: string, from: string, args: (file: string, made: string) => readonly string[]): Job => ({
  format,
  from,
  run: (folder, file) => {
    const made = `${stem(file)}-${program}.${format}`;
    return command('xvfb-run', ['-a', program, ...args(file, made)], folder, made);
  },
});

const abiword = (format: string) => displayed('abiword', format, 'docx', (file, made) => [`--to=${format}`, `--to-name=${made}`, file]);
const gnumeric = (format: string, exporter: string) => named('ssconvert', format, 'xlsx', (file, made) => ['-T', exporter, file, made]);
const pandoc = (format: string) => named('pandoc', format, 'html', (file, made) => [file, '-o', made]);

/** Pages whose tables have rules on one side only. */
const unruled = /three|uneven/;

const chromium: Job = {
  format: 'pdf',
  from: 'html',
  loses: unruled,
  run: (folder, file) => {
    const made = `${stem(file)}-chromium.pdf`;
    const printed = command(
      'chromium',
      ['--headless', '--no-sandbox', '--disable-gpu', '--no-pdf-header-footer', `--print-to-pdf=${made}.part`, file],
      folder,
      `${made}.part`,
    );
    if (printed) renameSync(printed, join(folder, made));
    return printed ? join(folder, made) : null;
  },
};

/** Programs in the order their files build on each other. */
export const writers: readonly Writer[] = [
  {
    name: 'LibreOffice',
    probe: ['soffice', '--version'],
    jobs: [
      libreOffice('docx', 'MS Word 2007 XML', 'html', 'HTML (StarWriter)'),
      libreOffice('doc', 'MS Word 97', 'docx'),
      libreOffice('rtf', 'Rich Text Format', 'docx'),
      libreOffice('odt', 'writer8', 'docx'),
      { ...libreOffice('pdf', 'writer_pdf_Export', 'docx'), loses: unruled },
      { ...libreOffice('txt', 'Text (encoded):UTF8', 'docx'), loses: /blank/ },
      libreOffice('xlsx', 'Calc MS Excel 2007 XML', 'html', 'HTML (StarCalc)'),
      libreOffice('xls', 'MS Excel 97', 'html', 'HTML (StarCalc)'),
      libreOffice('ods', 'calc8', 'html', 'HTML (StarCalc)'),
    ],
  },
  { name: 'AbiWord', probe: ['abiword', '--version'], jobs: [abiword('docx'), abiword('rtf'), abiword('odt')] },
  {
    name: 'pandoc',
    probe: ['pandoc', '--version'],
    jobs: [pandoc('docx'), pandoc('odt'), { ...pandoc('md'), loses: /blank|three|uneven/ }],
  },
  {
    name: 'Gnumeric',
    probe: ['ssconvert', '--version'],
    jobs: [
      gnumeric('xlsx', 'Gnumeric_Excel:xlsx'),
      gnumeric('xls', 'Gnumeric_Excel:excel_biff8'),
      gnumeric('ods', 'Gnumeric_OpenCalc:openoffice'),
    ],
  },
  { name: 'Chromium', probe: ['chromium', '--version'], jobs: [chromium] },
  {
    name: 'wkhtmltopdf',
    probe: ['wkhtmltopdf', '--version'],
    // It strikes a rule through labels of two lines where a page ends; with blanks beside them nothing tells that they are one.
    jobs: [{ ...displayed('wkhtmltopdf', 'pdf', 'html', (file, made) => ['-q', file, made]), loses: /blank|three|uneven|split_at/ }],
  },
];

/** Whether a program is installed. */
export const isInstalled = ({ probe: [program, ...args] }: Writer): boolean => spawnSync(program, args, { stdio: 'ignore' }).status === 0;
