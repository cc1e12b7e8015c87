-- title.zh: 勾稽关系不成立的报告
-- title.en: Reports whose numbers contradict each other
-- question.zh: 有多大比例的报告，表内数字有错误级的核对不成立？
-- question.en: What share of the reports fails a check of error level, by year and level of the division?
-- param: from_year integer = 2019 | 起始年度 | first year
-- param: to_year integer = 2040 | 终止年度 | last year
-- column: year integer | 年度 | year
-- column: division_level varchar | 区划级别 | level
-- column: reports bigint | 报告数 | reports
-- column: reports_without bigint | 其中无法核对的报告 | of these with nothing to check
-- column: reports_with_errors bigint | 有错误的报告 | reports with errors
-- column: error_share double | 占可核对报告的比例 | share of the reports that could be checked
-- chart: line x=year y=error_share by=division_level
WITH judged AS (
  SELECT agency_id, year,
    count(*) FILTER (WHERE outcome = 'fail') AS failed,
    count(*) FILTER (WHERE outcome IN ('pass', 'fail')) AS assessed
  FROM checks
  WHERE severity = 'error'
  GROUP BY agency_id, year
)
SELECT r.year, r.division_level,
  count(*) AS reports,
  count(*) FILTER (WHERE COALESCE(j.assessed, 0) = 0) AS reports_without,
  count(*) FILTER (WHERE j.failed > 0) AS reports_with_errors,
  CAST(count(*) FILTER (WHERE j.failed > 0) AS double) / NULLIF(count(*) FILTER (WHERE j.assessed > 0), 0) AS error_share
FROM reports r
LEFT JOIN judged j ON j.agency_id = r.agency_id AND j.year = r.year
WHERE r.report_kind = 'annual_report' AND r.year BETWEEN :from_year AND :to_year
GROUP BY r.year, r.division_level
ORDER BY r.year, r.division_level;
