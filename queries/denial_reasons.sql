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
WITH per_reason AS (
  SELECT r.year, d.reason, count(*) AS reports, count(c.value) AS reports_with, sum(c.value) AS refused
  FROM reports r
  CROSS JOIN (VALUES ('denied_state_secret'), ('denied_prohibited_by_law'), ('denied_security_stability'), ('denied_third_party_rights'),
    ('denied_internal_affairs'), ('denied_process_information'), ('denied_enforcement_files'), ('denied_registry_inquiry')) AS d (reason)
  LEFT JOIN cells c ON c.agency_id = r.agency_id AND c.year = r.year
    AND c.table_code = 'applications' AND c.row_code = d.reason AND c.column_code = 'total'
  WHERE r.report_kind = 'annual_report' AND r.coverage = :coverage AND r.year BETWEEN :from_year AND :to_year
  GROUP BY r.year, d.reason
)
SELECT year, reason, reports, reports - reports_with AS reports_without,
  CAST(refused AS bigint) AS refusals,
  refused / NULLIF(sum(refused) OVER (PARTITION BY year), 0) AS share
FROM per_reason
ORDER BY year, refusals DESC, reason;
