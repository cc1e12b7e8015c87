import { strToU8, zipSync } from 'fflate';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { openArchive } from '../../src/read/container/archive.ts';
import { zipMembers } from '../../src/read/container/zip.ts';
import { zipOf } from './containers.ts';

/** Replace bytes of a zip where a pattern stands, to damage or disguise it. */
function patched(zip: Uint8Array, pattern: Uint8Array, replacement: Uint8Array): Uint8Array {
  const copy = Buffer.from(zip);
  for (let at = copy.indexOf(pattern); at >= 0; at = copy.indexOf(pattern, at + 1)) copy.set(replacement, at);
  return new Uint8Array(copy);
}

describe('names', () => {
  test('are UTF-8 or GBK, whatever the flag says', () => {
    const name = iconv.encode('年报.txt', 'gbk');
    const placeholder = strToU8('xxxx.txt');
    expect(name.length).toBe(placeholder.length);
    const gbk = patched(zipOf({ 'xxxx.txt': '正文' }), placeholder, name);
    expect(openArchive(gbk).entries.map((entry) => entry.name)).toEqual(['年报.txt']);
    expect(openArchive(zipOf({ '年度报告.txt': '' })).entries.map((entry) => entry.name)).toEqual(['年度报告.txt']);
  });
});

test('numbers of eight bytes are read from where they are told', () => {
  const [name, data] = [strToU8('a.txt'), strToU8('政府信息公开')];
  const plain = Buffer.from(zipSync({ 'a.txt': data }, { level: 0 }));
  const directory = plain.indexOf('PK\x01\x02');
  const long = (...numbers: number[]) => Buffer.concat(numbers.map((number) => Buffer.from(new BigUint64Array([BigInt(number)]).buffer)));
  const header = Buffer.from(plain.subarray(directory, directory + 46));
  header.fill(0xff, 20, 28);
  header.fill(0xff, 42, 46);
  header.writeUInt16LE(28, 30);
  const entry = Buffer.concat([header, name, Buffer.from([1, 0, 24, 0]), long(data.length, data.length, 0)]);
  const record = Buffer.concat([Buffer.from('PK\x06\x06'), long(44), Buffer.alloc(12), long(1, 1, entry.length, directory)]);
  const locator = Buffer.concat([Buffer.from('PK\x06\x07'), Buffer.alloc(4), long(directory + entry.length), Buffer.from([1, 0, 0, 0])]);
  const end = Buffer.concat([Buffer.from('PK\x05\x06\0\0\0\0'), Buffer.alloc(12, 0xff), Buffer.alloc(2)]);
  const zip = Buffer.concat([plain.subarray(0, directory), entry, record, locator, end]);
  expect(openArchive(new Uint8Array(zip)).read('a.txt')).toEqual(data);
});

describe('a hostile zip', () => {
  const refused = (bytes: Uint8Array, name: string, code: string) =>
    expect(() => openArchive(bytes).read(name)).toThrowError(expect.objectContaining({ name: 'UnreadableError', code }));

  test('a bomb is stopped while it inflates, whatever size it declares', () => {
    const zeros = 12 * 1024 * 1024;
    const bomb = zipSync({ a: new Uint8Array(zeros) });
    refused(bomb, 'a', 'too_large');
    const size = Buffer.alloc(4);
    size.writeUInt32LE(zeros);
    refused(patched(bomb, size, Buffer.from([9, 0, 0, 0])), 'a', 'too_large');
  });

  test('many parts share one budget', () => {
    const archive = openArchive(zipOf({ a: 'x'.repeat(600), b: 'y'.repeat(600) }), 1000);
    expect(archive.read('a')).toHaveLength(600);
    expect(() => archive.read('b')).toThrowError(expect.objectContaining({ code: 'too_large' }));
  });

  test('too many entries, a password, a wrong checksum, a cut, a lost directory', () => {
    const many = zipOf(Object.fromEntries(Array.from({ length: 2001 }, (_, n) => [`${n}`, ''])));
    expect(() => openArchive(many)).toThrowError(expect.objectContaining({ code: 'too_large' }));
    const plain = zipSync({ 'a.txt': strToU8('政府信息公开') }, { level: 0 });
    refused(patched(plain, Buffer.from('PK\x01\x02\x14\0\x14\0\0'), Buffer.from('PK\x01\x02\x14\0\x14\0\x01')), 'a.txt', 'encrypted');
    refused(patched(plain, strToU8('公开'), strToU8('公閉')), 'a.txt', 'damaged');
    refused(patched(plain, Buffer.from('PK\x03\x04'), Buffer.from('PK\x03\x05')), 'a.txt', 'damaged');
    expect(() => openArchive(plain.subarray(0, 60))).toThrowError(expect.objectContaining({ code: 'damaged' }));
  });
});

describe('the members of a zip', () => {
  test('are its files in order; one that cannot be read does not hide the others', () => {
    const zip = zipSync(
      { 'b/': new Uint8Array(), 'b/年报.txt': strToU8('甲'), '__MACOSX/x': strToU8(''), 'a.txt': strToU8('政府') },
      { level: 0 },
    );
    const members = [...zipMembers(patched(zip, strToU8('政府'), strToU8('政腐')))];
    expect(members).toMatchObject([
      { name: 'b/年报.txt', bytes: strToU8('甲') },
      { name: 'a.txt', unreadable: { code: 'damaged' } },
    ]);
  });
});
