-- title.zh: 各项核对的结果
-- title.en: Outcome of every check
-- question.zh: 每项核对成立、存疑、不成立、无法判断各多少次？
-- question.en: How often does each check hold, raise doubt, fail, or lack the numbers?
-- param: from_year integer = 2008 | 起始年度 | first year
-- param: to_year integer = 2040 | 终止年度 | last year
-- column: check_id varchar | 核对 | check
-- column: severity varchar | 严重程度 | severity
-- column: reports bigint | 报告数 | reports
-- column: reports_without bigint | 其中无法判断的报告 | of these where it cannot be assessed
-- column: passed bigint | 成立 | hold
-- column: doubtful bigint | 存疑 | doubtful
-- column: failed bigint | 不成立 | fail
-- column: not_assessable bigint | 无法判断 | not assessable
-- column: pass_rate double | 成立率 | pass rate
-- chart: bar x=check_id y=pass_rate
WITH per_report AS (
  SELECT check_id, severity, agency_id, year,
    count(*) FILTER (WHERE outcome = 'pass') AS passed,
    count(*) FILTER (WHERE outcome = 'warn') AS doubtful,
    count(*) FILTER (WHERE outcome = 'fail') AS failed,
    count(*) FILTER (WHERE outcome = 'not_assessable') AS not_assessable
  FROM checks
  WHERE year BETWEEN :from_year AND :to_year
  GROUP BY check_id, severity, agency_id, year
)
SELECT check_id, severity,
  count(*) AS reports,
  count(*) FILTER (WHERE passed + doubtful + failed = 0) AS reports_without,
  CAST(sum(passed) AS bigint) AS passed, CAST(sum(doubtful) AS bigint) AS doubtful,
  CAST(sum(failed) AS bigint) AS failed, CAST(sum(not_assessable) AS bigint) AS not_assessable,
  CAST(sum(passed) AS double) / NULLIF(sum(passed + doubtful + failed), 0) AS pass_rate
FROM per_report
GROUP BY check_id, severity
ORDER BY check_id, severity;
