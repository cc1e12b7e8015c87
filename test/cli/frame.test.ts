import { describe, expect, it } from 'vitest';
import type { Register } from '../../bin/commands/register.ts';
import { exit, Failure } from '../../bin/failure.ts';
import { colourful } from '../../bin/io.ts';
import { wholeNumber } from '../../bin/text/arguments.ts';
import { examples, jsonOption } from '../../bin/text/help.ts';
import { chooseLanguage } from '../../bin/text/language.ts';
import { messages } from '../../bin/text/messages/index.ts';
import { gongkai } from './recorded.ts';

const count: Register = (program, io) => {
  const command = program
    .command('count')
    .argument('<what>', io.text({ zh: '数什么', en: 'what to count' }))
    .description(io.text({ zh: '数数', en: 'count things' }))
    .option('--max-rows <n>', io.text({ zh: '最多行数', en: 'most rows' }), wholeNumber(io, { min: 1 }))
    .option('--of <what...>', io.text({ zh: '其中', en: 'among' }))
    .addOption(jsonOption(io))
    .action(async (what: string) => {
      if (what === 'missing') throw new Failure('file_not_found', { path: 'a b.html' });
      if (what === 'broken') throw new TypeError('undefined is not a function');
      if (what === 'part') io.end(exit.incomplete);
      await io.out(`${io.style('red', what)}\n`);
    });
  examples(command, io, [{ type: 'gongkai count sheep', for: { zh: '数羊', en: 'count sheep' } }]);
};
const run = (argv: readonly string[], options = {}) => gongkai(argv, { registers: [count], ...options });

describe('the frame of the command line', () => {
  it('writes data to stdout and ends with 0', async () => {
    expect(await run(['count', 'sheep'])).toEqual({ code: 0, out: 'sheep\n', err: '' });
  });

  it('shows help, with examples, in both languages and exits 0', async () => {
    const zh = await run(['count', '--help', '--lang', 'zh']);
    expect(zh).toMatchObject({ code: 0, err: '' });
    expect(zh.out).toContain('用法：');
    expect(zh.out).toContain('# 数羊');
    const en = await run(['help', 'count'], { env: { LANG: 'en_GB.UTF-8' } });
    expect(en.out).toContain('$ gongkai count sheep');
    expect(en.out).toContain('# count sheep');
    expect(en.out.match(/Usage:/g)).toHaveLength(1);
    expect((await run(['help'])).out.match(/Usage:/g)).toHaveLength(1);
    expect((await run([])).out).toContain('Commands:');
    expect((await run([], { env: { LANG: 'zh_CN.UTF-8' } })).out).toContain('命令：');
  });

  it('aligns help with Chinese counted double', async () => {
    const { out } = await run(['count', '-h', '--lang', 'zh']);
    const starts = out
      .split('\n')
      .filter((line) => /^ {2}-/.test(line))
      .map((line) => line.search(/[^\x20-\x7e]|JSON/));
    expect(new Set(starts).size).toBe(1);
  });

  it.each([
    [['cuont', 'sheep'], 'unknown_command', 'Did you mean "count"?'],
    [['help', 'cuont'], 'unknown_command', 'Did you mean "count"?'],
    [['count', 'sheep', '--jsno'], 'unknown_option', 'Did you mean "--json"?'],
    [['count'], 'missing_argument', 'gongkai count --help'],
    [['count', 'a', 'b'], 'excess_arguments', 'too many'],
    [['count', ''], 'empty_value', '"what" is empty'],
    [['count', 'a', '--of', ''], 'empty_value', '"--of" is empty'],
    [['count', 'a', '--of', 'b', '--of', ''], 'empty_value', '"--of" is empty'],
    [['count', 'a', '--max-rows', 'many'], 'invalid_value', 'a whole number (≥ 1)'],
    [['count', 'a', '--max-rows'], 'missing_value', '--max-rows'],
    [['count', 'a', '--max-rows', '--lang', 'en'], 'missing_value', '--max-rows <n>'],
    [['count', 'a', '--of', '--max-rows', '3'], 'missing_value', '--of <what...>'],
    [['count', 'a', '--lang', 'fr'], 'invalid_value', 'zh | en'],
  ])('explains wrong usage %j and exits 2', async (argv, code, told) => {
    const { code: ended, out, err } = await run(argv);
    expect({ ended, out }).toEqual({ ended: 2, out: '' });
    expect(err).toContain(`(${code})`);
    expect(err).toContain(told);
  });

  // What the library says of a command line is English: none of it may reach a Chinese reader.
  it.each([
    [['cuont', 'sheep']],
    [['count', 'sheep', '--jsno']],
    [['count']],
    [['count', 'a', 'b']],
    [['count', '']],
    [['count', 'a', '--max-rows', 'many']],
    [['count', 'a', '--max-rows']],
  ])('explains wrong usage %j in Chinese alone', async (argv) => {
    const { err } = await run([...argv, ...(argv.at(-1) === '--max-rows' ? [] : ['--lang', 'zh'])], { env: { LANG: 'zh_CN.UTF-8' } });
    const said = err.replace(/`[^`]*`|“[^”]*”|"[^"]*"|\(\w+\)|--[\w-]+/g, '').replace('gongkai:', '');
    expect(said).toMatch(/\p{Script=Han}/u);
    expect(said).not.toMatch(/[a-z]{3,}/i);
  });

  it('tells a failure with code and advice, as JSON for machines', async () => {
    const told = await run(['count', 'missing', '--lang', 'zh']);
    expect(told).toEqual({
      code: 1,
      out: '',
      err: 'gongkai: 找不到文件：a b.html (file_not_found)\n  请检查路径；含空格或括号的文件名要加引号。\n',
    });
    const machine = await run(['count', 'missing', '--json']);
    expect(JSON.parse(machine.err)).toMatchObject({ error: 'file_not_found', message: 'no such file: a b.html' });
  });

  it('shows a stack only with --debug', async () => {
    const quiet = await run(['count', 'broken']);
    expect(quiet.code).toBe(1);
    expect(quiet.err).not.toMatch(/^\s+at /m);
    expect((await run(['count', 'broken', '--debug'])).err).toMatch(/^\s+at /m);
  });

  it('ends with the weightiest exit code', async () => {
    expect((await run(['count', 'part'])).code).toBe(3);
  });

  it('colours a terminal only, and obeys NO_COLOR and FORCE_COLOR', async () => {
    const red = '\u001b[31msheep\u001b[39m\n';
    expect((await run(['count', 'sheep'], { terminal: 80 })).out).toBe(red);
    expect((await run(['count', 'sheep'], { terminal: 80, env: { NO_COLOR: '1' } })).out).toBe('sheep\n');
    expect((await run(['count', 'sheep'], { env: { FORCE_COLOR: '1' } })).out).toBe(red);
    expect(colourful({ FORCE_COLOR: '0' }, true)).toBe(false);
    expect(colourful({ TERM: 'dumb' }, true)).toBe(false);
  });

  it('takes the language from --lang, else from the locale', () => {
    expect(chooseLanguage(['--lang', 'en'], { LANG: 'zh_CN.UTF-8' })).toBe('en');
    expect(chooseLanguage(['--lang=zh'], {})).toBe('zh');
    expect(chooseLanguage([], { LC_ALL: 'C', LANG: 'zh_CN' })).toBe('en');
    expect(chooseLanguage(['--', '--lang', 'zh'], { LANG: 'zh_CN' })).toBe('zh');
    expect(chooseLanguage([], {})).toBe('en');
  });

  it('says the same in both languages: every message has the same places', () => {
    const places = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
    for (const [code, message] of Object.entries(messages)) {
      expect(places(message.zh), code).toEqual(places(message.en));
      if ('advice' in message) expect(places(message.advice.zh), code).toEqual(places(message.advice.en));
    }
  });
});
