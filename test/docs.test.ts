import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import { createIo } from '../bin/io.ts';
import { createProgram } from '../bin/program.ts';
import { stepsOf } from './journeys/journey.ts';
import { portabilityFaults } from './queries/portable.ts';
import { sqlGrammar } from './support/sql-grammars.ts';

// The pages for people: links lead somewhere, commands exist, both READMEs say the same, what can be run is run.

const root = join(import.meta.dirname, '..');
const below = (folder: string) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name));
const pages = [...below('.'), ...below('docs'), ...below('docs/guides'), ...below('docs/decisions'), 'queries/README.md'];
const read = (page: string) => readFileSync(join(root, page), 'utf8');

/** The address of a heading, as the hosts of repositories make it. */
const anchor = (heading: string) =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{Letter}\p{Number}\s_-]/gu, '')
    .replaceAll(' ', '-');
const anchors = (page: string) => [...read(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchor(heading));

function brokenLinks(page: string): string[] {
  const links = [...read(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link).filter((link) => !/^(https?|mailto):/.test(link));
  return links.filter((link) => {
    const [path = '', place] = link.split('#');
    const target = path === '' ? page : join(dirname(page), path);
    return !existsSync(join(root, target)) || (place !== undefined && !anchors(target).includes(decodeURIComponent(place)));
  });
}

test.each(pages)('every link of %s leads somewhere', (page) => {
  expect(brokenLinks(page)).toEqual([]);
});

const quiet = createIo({
  argv: [],
  env: {},
  stdout: { write: () => true },
  stderr: { write: () => true },
  onInterrupt: () => () => {},
});
const program = createProgram(quiet);
const scripts = Object.keys((JSON.parse(read('package.json')) as { scripts: object }).scripts);
const known = (command: Command) =>
  new Set([...command.options, ...program.options].flatMap(({ long, short }) => [long, short]).concat('--help'));

/** What is wrong with a command of a page: no such script, command or option. */
function wrong(command: string): string[] {
  const [, script] = /^npm run (?:--silent )?([\w:]+)/.exec(command) ?? [];
  if (script !== undefined) return scripts.includes(script) ? [] : [`no script ${script}`];
  const [, rest] = /^(?:npx )?(?:gongkai|node dist\/gongkai\.js) (.*)$/.exec(command) ?? [];
  const [name = '', ...words] = (rest ?? '').replaceAll(/"[^"]*"|'[^']*'/g, '""').split(/\s+/);
  if (rest === undefined || !/^[a-z]/.test(name)) return [];
  const found = program.commands.find((one) => one.name() === name);
  if (found === undefined) return [`no command ${name}`];
  const until = words.findIndex((word) => /^[|>&;]/.test(word));
  const options = (until < 0 ? words : words.slice(0, until)).filter((word) => /^--?[a-z]/.test(word));
  return options.filter((option) => !known(found).has(option.split('=')[0])).map((option) => `${name} has no ${option}`);
}

const commandsOf = (page: string) => [
  ...[...read(page).matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code),
  ...[...read(page).matchAll(/^```sh\n([\s\S]*?)^```/gm)].flatMap(([, block = '']) =>
    block.split('\n').map((line) => line.replace(/\s+#.*$/, '')),
  ),
  ...stepsOf(read(page)).map(({ command }) => command),
];

test.each(pages)('every command, option and script that %s names exists', (page) => {
  expect(commandsOf(page).flatMap(wrong)).toEqual([]);
});

test('a command, option or script that does not exist is seen', () => {
  expect(['npm run nothing', 'gongkai nothing', 'npx gongkai query --nothing "SELECT 1"'].map(wrong)).toEqual([
    ['no script nothing'],
    ['no command nothing'],
    ['query has no --nothing'],
  ]);
  expect(wrong('gongkai query "SELECT --x" | sed -n 1p')).toEqual([]);
});

// An account, or the reader's own settings; docs/guides/deploy.md needs an account throughout.
const elsewhere = /^(npx cdk |git config )/;

const runnable = ['README.md', 'README.zh.md', 'CONTRIBUTING.md', ...below('docs/guides')].filter((page) => !page.endsWith('/deploy.md'));

test.each(runnable)('what can be run of %s is run by test/journeys', (page) => {
  const blocks = [...read(page).matchAll(/^```(\w*)\n([\s\S]*?)^```/gm)];
  const shell = blocks.filter(([, kind]) => kind === 'sh' || kind === 'bash' || kind === 'shell');
  const lines = shell.flatMap(([, , block = '']) => block.split('\n')).filter((line) => line !== '');
  expect(lines.filter((line) => !elsewhere.test(line))).toEqual([]);
});

describe('the READMEs', () => {
  const shape = (page: string) =>
    read(page)
      .split('\n')
      .flatMap((line) => (/^#+ /.test(line) ? [line.replace(/ .*/, '')] : line.startsWith('|') ? ['|'] : /^- /.test(line) ? ['-'] : []));
  const named = (page: string) =>
    [...new Set(read(page).match(/(?<=`)(?:node dist\/gongkai\.js [a-z]+|npm \w+(?: [\w:]+)?|npx cdk \w+)/g))].sort();

  test('say the same in both languages: headings, tables, points, commands, links', () => {
    expect(shape('README.zh.md')).toEqual(shape('README.md'));
    expect(named('README.zh.md')).toEqual(named('README.md'));
    const links = (page: string) => [...read(page).matchAll(/\]\(([^)#\s]+)\)/g)].map(([, link]) => link);
    expect(links('README.zh.md').slice(1)).toEqual(links('README.md').slice(1));
  });

  test('and the guides name every command', () => {
    const text = ['README.md', ...below('docs/guides')].map(read).join('\n');
    const missing = program.commands.map((command) => command.name()).filter((name) => !new RegExp(`\\b${name}\\b`).test(text));
    expect(missing).toEqual([]);
  });
});

test('the ten questions are legal in Athena, too', async () => {
  const trino = await sqlGrammar('trino');
  const asked = stepsOf(read('docs/guides/ten-questions.md')).flatMap(({ command }) => /query "([^"]+)"/.exec(command)?.[1] ?? []);
  expect(asked.length).toBeGreaterThanOrEqual(10);
  for (const sql of asked) expect([...trino.validate(sql), ...portabilityFaults(sql)], sql).toEqual([]);
});
