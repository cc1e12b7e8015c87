-- title.zh: 上年结转与本年承接不一致
-- title.en: Breaks between what was carried out and what was carried in
-- question.zh: 上年报告的“结转下年度”与本年报告的“上年结转”是否一致？（核对 A07）
-- question.en: Does this year's opening stock equal what last year's report carried over (check A07)?
-- param: from_year integer = 2019 | 起始年度 | first year
-- param: to_year integer = 2040 | 终止年度 | last year
-- column: lineage_id varchar | 沿革代码 | lineage id
-- column: agency_name varchar | 机关名称 | agency
-- column: year integer | 年度 | year
-- column: coverage varchar | 统计范围 | coverage
-- column: previous_carried_out bigint | 上年结转下年 | carried out the year before
-- column: carried_in bigint | 本年承接 | carried in
-- column: gap bigint | 差额 | gap
-- column: reports_without bigint | 有上年报告而缺数字的 | reports with a predecessor but without the numbers
-- chart: table
WITH held AS (
  SELECT lineage_id, agency_name, year, coverage, applications_carried_out AS carried_out, applications_carried_in AS carried_in,
    count(*) OVER (PARTITION BY lineage_id, year, coverage) AS organs
  FROM reports
  WHERE report_kind = 'annual_report' AND coverage IS NOT NULL
),
-- An organ that was split or merged has no single predecessor to compare with.
chain AS (
  SELECT n.lineage_id, n.agency_name, n.year, n.coverage, p.carried_out AS previous_carried_out, n.carried_in
  FROM held n
  JOIN held p ON p.lineage_id = n.lineage_id AND p.year = n.year - 1 AND p.coverage = n.coverage
  WHERE n.organs = 1 AND p.organs = 1 AND n.year BETWEEN :from_year AND :to_year
)
SELECT c.lineage_id, c.agency_name, c.year, c.coverage,
  CAST(c.previous_carried_out AS bigint) AS previous_carried_out,
  CAST(c.carried_in AS bigint) AS carried_in,
  CAST(c.carried_in - c.previous_carried_out AS bigint) AS gap,
  (SELECT count(*) FROM chain WHERE carried_in - previous_carried_out IS NULL) AS reports_without
FROM chain c
WHERE c.carried_in <> c.previous_carried_out
ORDER BY abs(c.carried_in - c.previous_carried_out) DESC, c.lineage_id, c.year, c.coverage;
