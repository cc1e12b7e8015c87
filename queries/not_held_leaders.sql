-- title.zh: 多数答复为“不掌握相关政府信息”的机关
-- title.en: Agencies that mostly answer "not held"
-- question.zh: 哪些机关办结的申请中，半数以上答复为本机关不掌握相关政府信息？
-- question.en: Which agencies answer more than half of their applications with "not held by this organ"?
-- param: min_processed integer = 20 | 最少办结件数 | fewest applications processed
-- param: min_rate double = 0.5 | 超过此比例 | above this rate
-- param: from_year integer = 2019 | 起始年度 | first year
-- param: to_year integer = 2040 | 终止年度 | last year
-- column: agency_id varchar | 机关代码 | agency id
-- column: agency_name varchar | 机关名称 | agency
-- column: year integer | 年度 | year
-- column: coverage varchar | 统计范围 | coverage
-- column: processed bigint | 办结 | processed
-- column: not_held bigint | 不掌握 | not held
-- column: not_held_rate double | 不掌握的比例 | not-held rate
-- column: reports_without bigint | 所选年度缺数字的报告 | reports of these years without the numbers
-- chart: table
SELECT agency_id, agency_name, year, coverage,
  CAST(applications_processed_total AS bigint) AS processed,
  CAST(applications_unavailable_not_held AS bigint) AS not_held,
  CAST(applications_unavailable_not_held AS double) / NULLIF(applications_processed_total, 0) AS not_held_rate,
  (SELECT count(*) FROM reports
   WHERE report_kind = 'annual_report' AND year BETWEEN :from_year AND :to_year
     AND applications_unavailable_not_held + applications_processed_total IS NULL) AS reports_without
FROM reports
WHERE report_kind = 'annual_report' AND year BETWEEN :from_year AND :to_year
  AND applications_processed_total >= :min_processed
  AND CAST(applications_unavailable_not_held AS double) / NULLIF(applications_processed_total, 0) > :min_rate
ORDER BY not_held_rate DESC, processed DESC, agency_id, year;
