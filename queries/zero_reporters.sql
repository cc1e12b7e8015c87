-- title.zh: 年年零申请的机关
-- title.en: Agencies that report no application in any year
-- question.zh: 哪些机关在所有已收录年度都报告新收申请为 0？（空白不是 0）
-- question.en: Which agencies report 0 new applications in every year held (a blank is not 0)?
-- param: min_years integer = 1 | 最少年数 | fewest years
-- param: from_year integer = 2019 | 起始年度 | first year
-- param: to_year integer = 2040 | 终止年度 | last year
-- column: lineage_id varchar | 沿革代码 | lineage id
-- column: agency_name varchar | 机关名称 | agency
-- column: years bigint | 年数 | years
-- column: first_year integer | 最早年度 | first year
-- column: last_year integer | 最近年度 | last year
-- column: reports_without bigint | 所选年度缺数字的报告 | reports of these years without the number
-- chart: table
WITH held AS (
  SELECT lineage_id, agency_id, agency_name, year, applications_new_received AS received
  FROM reports
  WHERE report_kind = 'annual_report' AND coverage = 'own_organ' AND year BETWEEN :from_year AND :to_year
)
SELECT lineage_id, max_by(agency_name, CAST(year AS varchar) || agency_id) AS agency_name,
  count(DISTINCT year) AS years, min(year) AS first_year, max(year) AS last_year,
  (SELECT count(*) FROM held WHERE received IS NULL) AS reports_without
FROM held
GROUP BY lineage_id
HAVING count(received) = count(*) AND max(received) = 0 AND count(DISTINCT year) >= :min_years
ORDER BY years DESC, lineage_id;
