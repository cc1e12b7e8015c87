-- title.zh: 省级政府汇总报告比较
-- title.en: Provinces compared by their governments' aggregate reports
-- question.zh: 各省级政府汇总报告中，公开率、不予公开率、积压率各是多少？
-- question.en: How do provincial governments compare in disclosure, denial and backlog, by their aggregate reports?
-- param: from_year integer = 2019 | 起始年度 | first year
-- param: to_year integer = 2040 | 终止年度 | last year
-- column: region varchar | 省级区划 | region
-- column: division_name varchar | 区划名称 | division
-- column: agency_id varchar | 机关代码 | agency id
-- column: year integer | 年度 | year
-- column: new_received bigint | 新收 | newly received
-- column: disclosure_rate double | 公开率 | disclosure rate
-- column: denial_rate double | 不予公开率 | denial rate
-- column: backlog_rate double | 积压率 | backlog rate
-- column: reports_without bigint | 当年缺新收数的报告 | reports of the year without the number received
-- chart: line x=year y=disclosure_rate by=division_name
SELECT region, division_name, agency_id, year,
  CAST(applications_new_received AS bigint) AS new_received,
  CAST(applications_granted + applications_partially_granted AS double) / NULLIF(applications_processed_total, 0) AS disclosure_rate,
  CAST(applications_denied_total AS double) / NULLIF(applications_processed_total, 0) AS denial_rate,
  CAST(applications_carried_out AS double) / NULLIF(applications_new_received + applications_carried_in, 0) AS backlog_rate,
  count(*) OVER (PARTITION BY year) - count(applications_new_received) OVER (PARTITION BY year) AS reports_without
FROM reports
WHERE report_kind = 'annual_report' AND agency_kind = 'government' AND division_level = 'province' AND coverage = 'aggregate'
  AND year BETWEEN :from_year AND :to_year
ORDER BY year, region, agency_id;
