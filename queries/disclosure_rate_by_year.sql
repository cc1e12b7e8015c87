-- title.zh: 各年度、各类机关的公开率
-- title.en: Disclosure rate by year and kind of organ
-- question.zh: 办结的申请中，予以公开和部分公开的占多大比例？各年度、各类机关有何不同？
-- question.en: What share of the applications that were answered was granted in full or in part, by year and kind of organ?
-- param: from_year integer = 2019 | 起始年度 | first year
-- param: to_year integer = 2040 | 终止年度 | last year
-- param: coverage varchar = own_organ | 统计范围：own_organ、aggregate 或 system | whose numbers: own_organ, aggregate or system
-- column: year integer | 年度 | year
-- column: agency_kind varchar | 机关类别 | kind of organ
-- column: reports bigint | 报告数 | reports
-- column: reports_without bigint | 其中缺数字的报告 | of these without the numbers
-- column: processed bigint | 办结 | processed
-- column: disclosed bigint | 公开（含部分公开） | granted in full or in part
-- column: disclosure_rate double | 公开率 | disclosure rate
-- chart: line x=year y=disclosure_rate by=agency_kind
WITH answered AS (
  SELECT year, agency_kind,
    applications_granted + applications_partially_granted AS disclosed,
    applications_processed_total AS processed,
    applications_granted + applications_partially_granted + applications_processed_total IS NOT NULL AS complete
  FROM reports
  WHERE report_kind = 'annual_report' AND coverage = :coverage AND year BETWEEN :from_year AND :to_year
)
SELECT year, agency_kind,
  count(*) AS reports,
  count(*) FILTER (WHERE NOT complete) AS reports_without,
  CAST(sum(processed) FILTER (WHERE complete) AS bigint) AS processed,
  CAST(sum(disclosed) FILTER (WHERE complete) AS bigint) AS disclosed,
  CAST(sum(disclosed) FILTER (WHERE complete) AS double) / NULLIF(sum(processed) FILTER (WHERE complete), 0) AS disclosure_rate
FROM answered
GROUP BY year, agency_kind
ORDER BY year, agency_kind;
