-- title.zh: 收录情况
-- title.en: What the dataset holds
-- question.zh: 各地区、各年度收录了多少机关的多少份报告，其中多少份没有任何数字？
-- question.en: How many reports of how many agencies are held by region and year, and how many are without any number?
-- param: from_year integer = 2008 | 起始年度 | first year
-- param: to_year integer = 2040 | 终止年度 | last year
-- column: region varchar | 省级区划 | region
-- column: year integer | 年度 | year
-- column: reports bigint | 报告数 | reports
-- column: reports_without bigint | 其中没有任何数字的报告 | of these without any number
-- column: agencies bigint | 机关数 | agencies
-- column: unresolved bigint | 机关未确定的报告 | reports of an unresolved agency
-- column: cells_reported bigint | 有数字的单元格 | cells with a value
-- column: cells_null bigint | 无数字的单元格 | cells without a value
-- chart: heat x=year y=region by=reports
SELECT region, year,
  count(*) AS reports,
  count(*) FILTER (WHERE cells_reported = 0) AS reports_without,
  count(DISTINCT lineage_id) AS agencies,
  count(*) FILTER (WHERE substr(agency_id, 1, 2) = 'u-') AS unresolved,
  CAST(sum(cells_reported) AS bigint) AS cells_reported,
  CAST(sum(cells_null) AS bigint) AS cells_null
FROM reports
WHERE year BETWEEN :from_year AND :to_year
GROUP BY region, year
ORDER BY region, year;
