-- title.zh: 是否按期公布
-- title.en: Published on time
-- question.zh: 有多大比例的报告在法定期限之后公布？
-- question.en: What share of the reports was published after the statutory deadline, by year and level of the division?
-- param: from_year integer = 2008 | 起始年度 | first year
-- param: to_year integer = 2040 | 终止年度 | last year
-- column: year integer | 年度 | year
-- column: division_level varchar | 区划级别 | level
-- column: reports bigint | 报告数 | reports
-- column: reports_without bigint | 其中没有发布日期的报告 | of these without a date
-- column: late bigint | 逾期 | late
-- column: late_share double | 逾期比例 | share published late
-- column: days_early double | 平均提前天数（负为逾期） | days early on average (negative: late)
-- chart: line x=year y=late_share by=division_level
SELECT year, division_level,
  count(*) AS reports,
  count(*) FILTER (WHERE published IS NULL OR deadline IS NULL) AS reports_without,
  count(*) FILTER (WHERE published > deadline) AS late,
  CAST(count(*) FILTER (WHERE published > deadline) AS double)
    / NULLIF(count(*) FILTER (WHERE published IS NOT NULL AND deadline IS NOT NULL), 0) AS late_share,
  avg(CAST(date_diff('day', published, deadline) AS double)) AS days_early
FROM reports
WHERE report_kind = 'annual_report' AND year BETWEEN :from_year AND :to_year
GROUP BY year, division_level
ORDER BY year, division_level;
