-- title.zh: 申请的收到与办理
-- title.en: Applications received and processed
-- question.zh: 每年收到多少申请、办结多少、结转多少，结果如何？
-- question.en: How many applications come in, how many are answered and how, year by year?
-- param: from_year integer = 2019 | 起始年度 | first year
-- param: to_year integer = 2040 | 终止年度 | last year
-- column: year integer | 年度 | year
-- column: coverage varchar | 统计范围 | coverage
-- column: reports bigint | 报告数 | reports
-- column: reports_without bigint | 其中缺数字的报告 | of these without the numbers
-- column: new_received bigint | 新收 | newly received
-- column: processed bigint | 办结 | processed
-- column: disclosed bigint | 公开（含部分公开） | disclosed
-- column: denied bigint | 不予公开 | denied
-- column: unavailable bigint | 无法提供 | unavailable
-- column: unprocessed bigint | 不予处理 | not processed
-- column: other bigint | 其他处理 | other
-- column: carried_out bigint | 结转下年 | carried over
-- chart: line x=year y=new_received by=coverage
WITH flow AS (
  SELECT year, coverage, applications_new_received AS received, applications_processed_total AS processed,
    applications_granted + applications_partially_granted AS disclosed, applications_denied_total AS denied,
    applications_unavailable_total AS unavailable, applications_unprocessed_total AS unprocessed,
    applications_other_total AS other, applications_carried_out AS carried_out,
    applications_new_received + applications_processed_total + applications_granted + applications_partially_granted
      + applications_denied_total + applications_unavailable_total + applications_unprocessed_total
      + applications_other_total + applications_carried_out IS NOT NULL AS complete
  FROM reports
  WHERE report_kind = 'annual_report' AND year BETWEEN :from_year AND :to_year
)
SELECT year, coverage,
  count(*) AS reports,
  count(*) FILTER (WHERE NOT complete) AS reports_without,
  CAST(sum(received) FILTER (WHERE complete) AS bigint) AS new_received,
  CAST(sum(processed) FILTER (WHERE complete) AS bigint) AS processed,
  CAST(sum(disclosed) FILTER (WHERE complete) AS bigint) AS disclosed,
  CAST(sum(denied) FILTER (WHERE complete) AS bigint) AS denied,
  CAST(sum(unavailable) FILTER (WHERE complete) AS bigint) AS unavailable,
  CAST(sum(unprocessed) FILTER (WHERE complete) AS bigint) AS unprocessed,
  CAST(sum(other) FILTER (WHERE complete) AS bigint) AS other,
  CAST(sum(carried_out) FILTER (WHERE complete) AS bigint) AS carried_out
FROM flow
GROUP BY year, coverage
ORDER BY year, coverage;
