-- title.zh: 行政复议纠错率
-- title.en: How often reviews correct the agency
-- question.zh: 审结的行政复议中，结果纠正的占多大比例？各地区、各年度有何不同？
-- question.en: What share of concluded reviews found the agency at fault, by region and year?
-- param: min_concluded integer = 10 | 最少审结件数 | fewest concluded reviews
-- param: from_year integer = 2019 | 起始年度 | first year
-- param: to_year integer = 2040 | 终止年度 | last year
-- param: coverage varchar = own_organ | 统计范围：own_organ、aggregate 或 system | whose numbers: own_organ, aggregate or system
-- column: region varchar | 省级区划 | region
-- column: year integer | 年度 | year
-- column: reports bigint | 报告数 | reports
-- column: reports_without bigint | 其中缺数字的报告 | of these without the numbers
-- column: concluded bigint | 审结 | concluded
-- column: corrected bigint | 结果纠正 | corrected
-- column: review_correction_rate double | 复议纠错率 | correction rate
-- chart: heat x=year y=region by=review_correction_rate
WITH reviews AS (
  SELECT region, year, remedies_review_corrected AS corrected,
    remedies_review_upheld + remedies_review_corrected + remedies_review_other AS concluded
  FROM reports
  WHERE report_kind = 'annual_report' AND coverage = :coverage AND year BETWEEN :from_year AND :to_year
)
SELECT region, year,
  count(*) AS reports,
  count(*) FILTER (WHERE concluded IS NULL) AS reports_without,
  CAST(sum(concluded) AS bigint) AS concluded,
  CAST(sum(corrected) FILTER (WHERE concluded IS NOT NULL) AS bigint) AS corrected,
  CAST(sum(corrected) FILTER (WHERE concluded IS NOT NULL) AS double) / NULLIF(sum(concluded), 0) AS review_correction_rate
FROM reviews
GROUP BY region, year
HAVING sum(concluded) >= :min_concluded
ORDER BY review_correction_rate DESC, region, year;
