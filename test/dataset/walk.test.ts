import { spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Failure } from '../../bin/failure.ts';
import { walk } from '../../bin/local/ingest/walk.ts';
import { temporary, write } from '../support/folders.ts';

const told = (folder: string) =>
  [...walk([folder], null)].map((met) => (met instanceof Failure ? [met.code, met.values.path, met.values.reason] : met.key));

test('links that lead in a circle or to nothing are told, links to folders are not followed, and the files are found', () => {
  const folder = temporary();
  write(folder, { '厦门 报告 (1).txt': 'a', 'z.txt': 'b' });
  mkdirSync(join(folder, '子 夹'));
  symlinkSync('circle.txt', join(folder, 'circle.txt'));
  symlinkSync('nowhere.txt', join(folder, 'missing.txt'));
  symlinkSync(folder, join(folder, '子 夹', 'up'));
  symlinkSync('../z.txt', join(folder, '子 夹', 'linked.txt'));
  expect(told(folder)).toEqual([
    ['file_unreadable', join(folder, 'circle.txt'), 'ELOOP: too many symbolic links encountered'],
    ['file_not_found', join(folder, 'missing.txt'), undefined],
    'z.txt',
    '厦门 报告 (1).txt',
    '子 夹/linked.txt',
  ]);
});

// 公开 in GBK, as an archive leaves it that was unpacked on Linux. Other systems refuse such a name.
test.runIf(process.platform === 'linux')('files and folders whose names are no UTF-8 are told, not passed over', () => {
  const folder = temporary();
  const below = (name: string) => Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0xb9, 0xab, 0xbf, 0xaa]), Buffer.from(name)]);
  write(folder, { 'a.txt': 'a' });
  mkdirSync(below('夹'));
  writeFileSync(below('.txt'), 'b');
  const lost = ['.txt', '夹'].map((name) => ['name_not_utf8', below(name).toString(), undefined]);
  expect(told(folder)).toEqual(['a.txt', ...lost]);
  expect(() => told(below('.txt').toString())).toThrow('not in UTF-8');
});

test('a file that is named twice under one key is met once', () => {
  const folder = temporary();
  write(folder, { 'a.txt': 'a', 'b/a.txt': 'b' });
  const keys = [...walk([folder, join(folder, 'a.txt'), `${folder}/./b/..`, join(folder, 'b')], null)].map((met) =>
    met instanceof Failure ? met.code : [met.path.slice(folder.length + 1), met.key],
  );
  expect(keys).toEqual([
    ['a.txt', 'a.txt'],
    ['b/a.txt', 'b/a.txt'],
    ['b/a.txt', 'a.txt'],
  ]);
});

test('a path given that cannot be looked at is told, a path that is not there ends the walk', () => {
  const folder = temporary();
  symlinkSync('circle', join(folder, 'circle'));
  expect(told(join(folder, 'circle'))).toEqual([['file_unreadable', join(folder, 'circle'), 'ELOOP: too many symbolic links encountered']]);
  expect(() => told(join(folder, 'none'))).toThrow('no such file');
});

test.skipIf(process.platform === 'win32')('a pipe or a device is told where it was given, and stands for no file in a folder', () => {
  const folder = temporary();
  write(folder, { 'a.txt': 'a' });
  spawnSync('mkfifo', [join(folder, 'pipe.txt')]);
  expect(told(folder)).toEqual(['a.txt']);
  expect(told(join(folder, 'pipe.txt'))).toEqual([['not_a_file', join(folder, 'pipe.txt'), undefined]]);
  expect(told('/dev/null')).toEqual([['not_a_file', '/dev/null', undefined]]);
});
