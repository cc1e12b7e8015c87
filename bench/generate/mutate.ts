import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { undressed } from './damage.ts';
import { layouts, randomReport } from './index.ts';
import { createRandom, type Random } from './random.ts';

/** A document that something has happened to. */
export interface MutatedDocument {
  readonly name: string;
  readonly bytes: Uint8Array;
}

type Mutation = (bytes: Uint8Array, random: Random) => Uint8Array;

const join2 = (...parts: readonly Uint8Array[]): Uint8Array => Buffer.concat(parts);
const place = (bytes: Uint8Array, random: Random) => random.int(0, bytes.length);

function stretch(bytes: Uint8Array, random: Random): [number, number] {
  const from = place(bytes, random);
  return [from, Math.min(bytes.length, from + random.skewed(1, 2000))];
}

const insert = (bytes: Uint8Array, at: number, more: Uint8Array) => join2(bytes.subarray(0, at), more, bytes.subarray(at));

/** Pieces that mean something to some reader, put where they do not belong. */
const pieces = [
  '<table>',
  '</table>',
  '<tr>',
  '<td colspan=99999>',
  '<td rowspan=-3>',
  '</td>',
  '<!--',
  '-->',
  '<script>',
  '</script>',
  '<![CDATA[',
  '&#',
  '&nbsp;',
  '\0',
  '\uFEFF',
  '|',
  '\t',
  '\n',
  '\r',
  '　',
  '0',
  '9'.repeat(40),
  '-1',
  '1.5',
  '1,2,3',
  '+',
  '万元',
  '项',
  '无增减',
  '总计',
  '其他',
  '（一）',
  '第二十条第（五）项',
  '一、总体情况',
  '三、收到和处理政府信息公开申请情况',
  '四、结转下年度继续办理',
  '(七)总计',
  '2022年',
  '二〇二二年',
  '年度报告',
  '人民政府',
  '局',
  '“',
  '”',
  '《',
  '%',
  '。',
  '﹣',
  '１２３',
  '㈠',
  '𠀀',
  '\uD800',
] as const;

const mutations: readonly [Mutation, ...Mutation[]] = [
  (bytes, random) => {
    const [from, to] = stretch(bytes, random);
    return join2(bytes.subarray(0, from), bytes.subarray(to));
  },
  (bytes, random) => {
    const [from, to] = stretch(bytes, random);
    return insert(bytes, place(bytes, random), bytes.subarray(from, to));
  },
  (bytes, random) => {
    const [from, to] = stretch(bytes, random);
    const cut = bytes.subarray(from, to);
    const rest = join2(bytes.subarray(0, from), bytes.subarray(to));
    return insert(rest, place(rest, random), cut);
  },
  (bytes, random) => bytes.subarray(0, place(bytes, random)),
  (bytes, random) => insert(bytes, place(bytes, random), Buffer.from(random.pick(pieces).repeat(random.skewed(1, 300)), 'utf8')),
  (bytes, random) => insert(bytes, place(bytes, random), Buffer.from(random.pick(pieces), 'utf8')),
  (bytes, random) => {
    const changed = Uint8Array.from(bytes);
    for (let count = random.skewed(1, 60); count > 0; count--) changed[place(bytes, random)] = random.int(0, 255);
    return changed;
  },
  (bytes, random) => bytes.map((byte) => (byte >= 48 && byte <= 57 && random.chance(0.1) ? random.int(48, 57) : byte)),
  (bytes, random) => join2(bytes, bytes.subarray(place(bytes, random))),
];

const fixtures = join(import.meta.dirname, '..', '..', 'test', 'read', 'fixtures');
let binary: readonly MutatedDocument[] | undefined;

/** Word, sheet, PDF and other files that are read, to be broken. */
function binaryDocuments(folder: string): readonly MutatedDocument[] {
  binary ??= readdirSync(folder)
    .filter((name) => !name.endsWith('.md'))
    .map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));
  return binary;
}

/** Reports to begin with; every seed breaks one of them in its own way. */
const originals = 400;
const rendered = new Map<number, MutatedDocument>();

function original(seed: number, random: Random, folder: string): MutatedDocument {
  if (random.chance(0.04)) {
    const [first, ...others] = binaryDocuments(folder);
    if (first) return random.pick([first, ...others]);
  }
  const base = seed % originals;
  const layout = layouts[base % layouts.length];
  if (!layout) throw new Error('no layouts');
  const { name, bytes } = rendered.get(base) ?? randomReport(base).render(undressed(layout));
  rendered.set(base, { name, bytes });
  return { name, bytes };
}

/** A report, or a file of another format, with one to six things done to it; the same seed gives the same bytes. */
export function mutatedDocument(seed: number, folder: string = fixtures): MutatedDocument {
  const random = createRandom(seed, 'mutate');
  const { name, bytes } = original(seed, random, folder);
  let mutated = bytes;
  for (let count = random.int(1, 6); count > 0; count--) mutated = random.pick(mutations)(mutated, random);
  return { name: `mutated_${seed}_${name}`, bytes: mutated };
}
