-- title.zh: 不予公开的理由
-- title.en: Reasons for refusal
-- question.zh: 八种不予公开的理由各占多大比例，逐年有何变化？
-- question.en: How often is each of the eight reasons for refusal given, year by year?
-- param: from_year integer = 2019 | 起始年度 | first year
-- param: to_year integer = 2040 | 终止年度 | last year
-- param: coverage varchar = own_organ | 统计范围：own_organ、aggregate 或 system | whose numbers: own_organ, aggregate or system
-- column: year integer | 年度 | year
-- column: reason varchar | 理由（行代码） | reason (row code)
-- column: reports bigint | 报告数 | reports
-- column: reports_without bigint | 其中缺此数字的报告 | of these without the number
-- column: refusals bigint | 件数 | refusals
-- column: share double | 占当年不予公开的比例 | share of the refusals of the year
-- chart: line x=year y=share by=reason
WITH organs AS (
  SELECT agency_id, year
  FROM reports
  WHERE report_kind = 'annual_report' AND coverage = :coverage AND year BETWEEN :from_year AND :to_year
), held AS (
  SELECT year, count(*) AS reports FROM organs GROUP BY year
), stated AS (
  SELECT o.year, c.row_code AS reason, count(c.value) AS reports_with, sum(c.value) AS refused
  FROM organs o
  JOIN cells c ON c.agency_id = o.agency_id AND c.year = o.year
  WHERE c.table_code = 'applications' AND c.column_code = 'total'
  GROUP BY o.year, c.row_code
)
SELECT h.year, d.reason, h.reports, h.reports - COALESCE(s.reports_with, 0) AS reports_without,
  CAST(s.refused AS bigint) AS refusals,
  s.refused / NULLIF(sum(s.refused) OVER (PARTITION BY h.year), 0) AS share
FROM held h
CROSS JOIN (VALUES ('denied_state_secret'), ('denied_prohibited_by_law'), ('denied_security_stability'), ('denied_third_party_rights'),
  ('denied_internal_affairs'), ('denied_process_information'), ('denied_enforcement_files'), ('denied_registry_inquiry')) AS d (reason)
LEFT JOIN stated s ON s.year = h.year AND s.reason = d.reason
ORDER BY h.year, refusals DESC, d.reason;
