import { describe, expect, it } from 'vitest';
import { agencyKinds } from '../../schemas/agency-kinds.ts';
import { nationalOrgans } from '../../schemas/national-organs.ts';
import { followersOf, relationsAmong } from '../../src/identify/agency/relations.ts';
import { allDivisions, divisionOfCode, divisionPath, inForce } from '../../src/identify/place/divisions.ts';
import { codeIn, lastCode, lastKind } from '../../src/identify/place/succession.ts';
import { townships } from '../../src/identify/place/townships.ts';
import { identityOf } from './page.ts';

const departments = agencyKinds.filter(({ group }) => group === 'department');

describe('the table of divisions', () => {
  it('knows the divisions of each year by the numbers that were published', () => {
    const at = (year: number, level: string) => allDivisions().filter((one) => inForce(one, year) && one.level === level).length;
    expect([at(2024, 'province'), at(2024, 'prefecture'), at(2024, 'county')]).toEqual([34, 333, 2846]);
    expect(at(2008, 'county')).toBe(2862);
  });

  it('leads every code that ended to the places that followed', () => {
    const ended = allDivisions().filter(({ until }) => until !== null);
    expect(ended.filter(({ successors }) => successors.length === 0)).toEqual([]);
    for (const { successors } of ended) for (const code of successors) expect(divisionOfCode(code, null)?.code).toBe(code);
  });

  it.each([
    ['370282', 2015, '370282'],
    ['370282', 2020, '370215'],
    ['110118', 2010, '110228'],
    ['110103', 2020, null],
  ])('%s was in %i: %s', (code, year, then) => {
    const division = divisionOfCode(code, null);
    expect(division && codeIn(division, year)).toBe(then);
  });

  it('follows only what is one to one', () => {
    expect([lastCode('370282'), lastCode('632100'), lastCode('110103'), lastCode('341400'), lastCode('130721')]).toEqual([
      '370215',
      '630200',
      '110103',
      '341400',
      '130721',
    ]);
    expect([lastKind('environmental-protection'), lastKind('industry-commerce')]).toEqual(['ecology-environment', 'industry-commerce']);
  });

  it('names the divisions above as they were', () => {
    const path = (code: string, year: number) => {
      const division = divisionOfCode(code, year);
      return division
        ? divisionPath(division, year)
            .map(({ name }) => name)
            .join('')
        : '';
    };
    expect([path('420602', 2009), path('420602', 2015), path('469001', 2015)]).toEqual([
      '湖北省襄樊市襄城区',
      '湖北省襄阳市襄城区',
      '海南省五指山市',
    ]);
  });

  it('holds the townships of cities without counties, and of parks under their city', async () => {
    const table = await townships();
    expect(table.in('441900').map(({ name }) => name)).toContain('石龙镇');
    expect(table.named('鸭南乡').map(({ code }) => code)).toEqual(['230883204']);
    expect(table.named('城关镇').length).toBeGreaterThan(50);
  });
});

describe('kinds of organs', () => {
  it('have names that belong to one kind only, and former kinds that exist', () => {
    const names = agencyKinds.flatMap((kind) => kind.names);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
    const codes = new Set(agencyKinds.map(({ code }) => code as string));
    for (const { former = [] } of agencyKinds) for (const { kind } of former) expect(codes).toContain(kind);
    const slugs = nationalOrgans.map(({ slug }) => slug);
    expect(slugs.filter((slug, at) => slugs.indexOf(slug) !== at || !/^[a-z]+(-[a-z]+)*$/.test(slug))).toEqual([]);
  });
});

describe('relations of agencies', () => {
  it('follow division and kind', () => {
    expect(followersOf('370282-justice-bureau')).toEqual([{ to_id: '370215-justice-bureau', year: 2017, relation: 'code_changed' }]);
    expect(followersOf('110103-finance')).toEqual([{ to_id: '110101-finance', year: 2010, relation: 'merged_into' }]);
    expect(followersOf('341400-audit').map(({ relation }) => relation)).toEqual(['split_from', 'split_from', 'split_from']);
    expect(followersOf('350200-food-drug')).toEqual([{ to_id: '350200-market-regulation', year: 2019, relation: 'merged_into' }]);
    expect(followersOf('350200-environmental-protection')).toEqual([
      { to_id: '350200-ecology-environment', year: 2019, relation: 'renamed' },
    ]);
    expect(followersOf('u-0123456789ab')).toEqual([]);
  });

  it('are listed between agencies that are held', () => {
    const held = ['350200-food-drug', '350200-market-regulation', '370282-justice-bureau'];
    expect(relationsAmong(held)).toEqual([
      { from_id: '350200-food-drug', to_id: '350200-market-regulation', year: 2019, relation: 'merged_into' },
    ]);
  });
});

describe('every county and prefecture since 2008, each with an organ', () => {
  const cases = allDivisions()
    .filter(({ level, code }) => level !== 'province' && code < '70')
    .flatMap((division, at) => {
      const first = Math.max(2008, division.from);
      const last = Math.min(2025, (division.until ?? 2026) - 1);
      const kind = departments[at % departments.length];
      const name = kind?.names[at % kind.names.length];
      return kind && name && first <= last ? [{ division, year: first + (at % (last - first + 1)), kind: kind.code, name }] : [];
    });

  it.each([
    ['with the divisions above it', true, 0.999],
    ['alone', false, 0.97],
  ])('%s: no wrong id', async (_, above, least) => {
    const wrong: string[] = [];
    let right = 0;
    for (const { division, year, kind, name } of cases) {
      const place = above
        ? divisionPath(division, year)
            .map((one) => one.name)
            .join('')
        : division.name;
      const { agency } = await identityOf(`${place}${name}${year}年政府信息公开工作年度报告\n一、总体情况`);
      if (agency.agency_id === `${division.code}-${kind}`) right++;
      else if (!agency.agency_id.startsWith('u-')) wrong.push(`${place}${name} ${year}: ${agency.agency_id}`);
    }
    expect(wrong).toEqual([]);
    expect(right / cases.length).toBeGreaterThan(least);
  });
});
