import { expect, it } from 'vitest';
import { townshipNames } from '../../schemas/divisions/townships.ts';
import { readTownship } from '../../src/identify/name/township-name.ts';

const listed = [...new Set(townshipNames.match(/\p{Script=Han}+(?:街道|镇|乡|苏木|地区)(?= |$)/gmu))];

// The register lists one as 人民政府新州街道; a report names it 新州街道.
it('reads every township of the register, also where its name begins like a sentence: 各莫镇', () => {
  expect(listed.length).toBeGreaterThan(25_000);
  expect(listed.filter((name) => !name.startsWith('人民政府') && readTownship(`${name}人民政府`)?.township !== name)).toEqual([]);
});

it.each(['四是各乡镇', '各街道', '我镇', '本县城关镇积极推动乡镇', '动态发布本乡'])(
  'takes no words of a sentence for a township: %s',
  (words) => {
    expect(readTownship(words)).toBeNull();
  },
);
