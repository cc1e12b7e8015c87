-- title.zh: 直接起诉与复议后起诉
-- title.en: Direct lawsuits against lawsuits after review
-- question.zh: 申请人直接起诉还是先复议后起诉？（2024 年起信息公开案件须先经复议）
-- question.en: Do applicants sue directly or after review (from 2024 disclosure cases must go to review first)?
-- param: from_year integer = 2019 | 起始年度 | first year
-- param: to_year integer = 2040 | 终止年度 | last year
-- param: coverage varchar = own_organ | 统计范围：own_organ、aggregate 或 system | whose numbers: own_organ, aggregate or system
-- column: year integer | 年度 | year
-- column: reports bigint | 报告数 | reports
-- column: reports_without bigint | 其中缺数字的报告 | of these without the numbers
-- column: reviews bigint | 行政复议 | reviews
-- column: direct_suits bigint | 未经复议直接起诉 | direct lawsuits
-- column: suits_after_review bigint | 复议后起诉 | lawsuits after review
-- column: direct_share double | 直接起诉的比例 | share of direct lawsuits
-- chart: line x=year y=direct_share
WITH cases AS (
  SELECT year, remedies_review_total AS reviews, remedies_litigation_direct_total AS direct_suits,
    remedies_litigation_after_review_total AS after_suits,
    remedies_review_total + remedies_litigation_direct_total + remedies_litigation_after_review_total IS NOT NULL AS complete
  FROM reports
  WHERE report_kind = 'annual_report' AND coverage = :coverage AND year BETWEEN :from_year AND :to_year
)
SELECT year,
  count(*) AS reports,
  count(*) FILTER (WHERE NOT complete) AS reports_without,
  CAST(sum(reviews) FILTER (WHERE complete) AS bigint) AS reviews,
  CAST(sum(direct_suits) FILTER (WHERE complete) AS bigint) AS direct_suits,
  CAST(sum(after_suits) FILTER (WHERE complete) AS bigint) AS suits_after_review,
  CAST(sum(direct_suits) FILTER (WHERE complete) AS double)
    / NULLIF(sum(direct_suits + after_suits) FILTER (WHERE complete), 0) AS direct_share
FROM cases
GROUP BY year
ORDER BY year;
