import { describe, expect, it } from 'vitest';
import { identityOf } from './page.ts';

describe('identity of a plain report', () => {
  it('reads agency, year, dates and period from title and opening', async () => {
    const text = `厦门市司法局2020年政府信息公开工作年度报告
发布日期:2021-01-06
本报告所列数据的统计期限自2020年1月1日起至2020年12月31日止。
一、总体情况
二、主动公开政府信息情况
厦门市司法局
2021年1月5日`;
    const { agency, report } = await identityOf(text);
    expect(agency).toMatchObject({
      agency_id: '350200-justice-bureau',
      name: '厦门市司法局',
      resolution: 'title',
      division_name: '福建省厦门市',
    });
    expect(report).toMatchObject({
      kind: 'annual_report',
      year: 2020,
      published: '2021-01-06',
      signed: '2021-01-05',
      period_end: '2020-12-31',
    });
  });

  it('takes the code of the report year and the lineage of today', async () => {
    const { agency } = await identityOf('即墨市司法局2015年政府信息公开工作年度报告\n一、概述');
    expect(agency).toMatchObject({ agency_id: '370282-justice-bureau', lineage_id: '370215-justice-bureau' });
  });

  it('leaves a place that many share open, with its candidates', async () => {
    const { agency, candidates } = await identityOf('鼓楼区司法局2020年政府信息公开工作年度报告\n一、总体情况');
    expect(agency.agency_id).toMatch(/^u-[0-9a-f]{12}$/);
    expect(candidates.map((one) => one.candidate_id)).toEqual(
      ['320106', '320302', '350102', '410204'].map((code) => `${code}-justice-bureau`),
    );
  });

  it('gives no id to a name in which a spam word stands for the place', async () => {
    const { agency } = await identityOf('西甲直播林业局2020年政府信息公开工作年度报告\n一、总体情况');
    expect(agency.resolution).toBe('unresolved');
  });
});
