// Writes schemas/divisions/*.ts (needs the development dependency pinyin-pro) from the public tables of division codes (sources and licences: schemas/divisions/README.md).
//   node bench/divisions.mjs divisions.tsv townships.tsv
// divisions.tsv: code, name, level, province, prefecture, valid_from, valid_until, successors; townships.tsv: code, name.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pinyin } from 'pinyin-pro';

const [divisionsFile, townshipsFile] = process.argv.slice(2);
if (!divisionsFile || !townshipsFile) {
  console.error('usage: node bench/divisions.mjs divisions.tsv townships.tsv');
  process.exit(2);
}
const folder = join(dirname(dirname(fileURLToPath(import.meta.url))), 'schemas', 'divisions');
const rows = (file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .slice(1)
    .filter(Boolean)
    .map((line) => line.split('\t'));

const divisions = rows(divisionsFile).map(([code, name, , , , from, until = '', successors = '']) => ({
  code,
  name,
  from: Number(from),
  until: until === '' ? null : Number(until),
  // `code[year]` is territory that moved while the division lived on; only what followed its end is kept.
  successors: successors.split(';').filter((successor) => /^\d{6}$/.test(successor)),
}));

/** A prefecture that ended without stated successors is followed by those of the counties that ended with it. */
function followPrefecture({ code, until }) {
  const counties = divisions.filter((one) => one.code.startsWith(code.slice(0, 4)) && one.code !== code && one.until === until);
  const followers = counties.flatMap((county) => county.successors).map((successor) => `${successor.slice(0, 4)}00`);
  return [...new Set(followers)].filter((follower) => follower !== code);
}
for (const one of divisions) {
  const renamed = divisions.some(({ code, from }) => code === one.code && from === one.until);
  if (one.until !== null && one.successors.length === 0 && renamed) one.successors = [one.code];
}
for (const one of divisions)
  if (one.until !== null && one.successors.length === 0 && one.code.endsWith('00')) one.successors = followPrefecture(one);

const peoples =
  '蒙古族|蒙古|回族|藏族|维吾尔|苗族|彝族|壮族|布依族|朝鲜族|满族|侗族|瑶族|白族|土家族|哈尼族|哈萨克族|哈萨克|傣族|黎族|傈僳族|佤族|畲族|拉祜族|水族|东乡族|纳西族|景颇族|柯尔克孜族|柯尔克孜|土族|达斡尔族|达斡尔|仫佬族|羌族|布朗族|撒拉族|毛南族|仡佬族|锡伯|普米族|塔吉克|怒族|鄂温克族|德昂族|保安族|裕固族|独龙族|各族';
const autonomous = new RegExp(`^(.{2,}?)((?:${peoples})*(?:自治[州县旗区]|特别行政区))$`);
/** 延边|朝鲜族自治州: a bar before what an autonomous division's short name leaves out. */
const barred = (name) => name.replace(autonomous, '$1|$2');

const divisionLines = divisions.map(({ code, name, from, until, successors }) =>
  [code, barred(name), from, until ?? '', successors.join(',')].join(' ').trimEnd(),
);
const townships = Map.groupBy
  ? Map.groupBy(rows(townshipsFile), ([code]) => code.slice(0, 6))
  : rows(townshipsFile).reduce((map, row) => map.set(row[0].slice(0, 6), [...(map.get(row[0].slice(0, 6)) ?? []), row]), new Map());
// Only organs with a government of their own; farms and parks of the same table are none.
const real = /(街道|街道办事处|镇|乡|苏木|地区)$/;
const nameOf = new Map(divisions.map(({ code, name }) => [code, name]));
/** The table writes the divisions above in front of some names (四平市铁东区山门镇), or a zone in brackets. */
const ownName = (county, name) => {
  const bare = name.replace(/^（[^（）]*）/, '').replace(/街道办事处$/, '街道');
  const above = [`${county.slice(0, 4)}00`, county].map((code) => nameOf.get(code) ?? '');
  const prefix = [above.join(''), above[1]].find((one) => one !== '' && bare.startsWith(one)) ?? '';
  const rest = bare.slice(prefix.length);
  return /^(?:街道|镇|乡|苏木|地区)$/.test(rest) ? bare : rest; // 七星区街道 is its name
};
const townshipLines = [...townships].flatMap(([county, list]) => {
  const units = list.filter(([, name]) => real.test(name)).map(([code, name]) => code.slice(6) + ownName(county, name));
  return units.length ? [`${county} ${units.join(' ')}`] : [];
});

/** Every reading of every character in the names, without tones: an address spells a place by one of them. */
const bySyllable = new Map();
for (const character of new Set(divisions.flatMap(({ name }) => [...name])))
  for (const syllable of pinyin(character, { toneType: 'none', multiple: true, v: true, type: 'array' }))
    bySyllable.set(syllable, (bySyllable.get(syllable) ?? '') + character);
// Readings that only names of places have.
for (const [syllable, characters] of Object.entries({
  lao: '乐',
  lu: '六',
  yu: '蔚尉',
  guo: '涡',
  she: '歙',
  bi: '泌',
  shi: '峙',
  tong: '洞',
  jun: '筠',
  tan: '宕',
  xun: '浚',
  hun: '珲',
  yan: '铅',
  shan: '单',
  e: '阿',
}))
  for (const character of characters)
    if (!bySyllable.get(syllable)?.includes(character)) bySyllable.set(syllable, (bySyllable.get(syllable) ?? '') + character);
const readingLines = [...bySyllable].sort(([a], [b]) => (a < b ? -1 : 1)).map(([syllable, characters]) => `${syllable} ${characters}`);

const write = (name, comment, constant, lines) =>
  writeFileSync(
    join(folder, `${name}.ts`),
    `// Written by bench/divisions.mjs; do not edit. ${comment}\nexport const ${constant} = \`\n${lines.join('\n')}\n\`;\n`,
  );
write(
  'history',
  'Code, name (a bar before what its short form leaves out), valid from, valid until (exclusive), successors.',
  'divisionHistory',
  divisionLines,
);
write('townships', 'Code of the county, then three more digits and the name of each township.', 'townshipNames', townshipLines);
write('readings', 'Syllable and the characters of division names that may be read so.', 'characterReadings', readingLines);
console.log(`${divisionLines.length} divisions, ${townshipLines.length} counties with townships`);
