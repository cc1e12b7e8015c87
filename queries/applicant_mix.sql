-- title.zh: 谁在申请
-- title.en: Who applies
-- question.zh: 新收申请来自哪些申请人？各类机关有何不同？
-- question.en: Who files the applications, by kind of organ?
-- param: from_year integer = 2019 | 起始年度 | first year
-- param: to_year integer = 2040 | 终止年度 | last year
-- param: coverage varchar = own_organ | 统计范围：own_organ、aggregate 或 system | whose numbers: own_organ, aggregate or system
-- column: agency_kind varchar | 机关类别 | kind of organ
-- column: year integer | 年度 | year
-- column: applicant varchar | 申请人（列代码） | applicant (column code)
-- column: reports bigint | 报告数 | reports
-- column: reports_without bigint | 其中缺此数字的报告 | of these without the number
-- column: applications bigint | 新收申请 | applications received
-- column: share double | 占比 | share
-- chart: bar x=applicant y=share by=agency_kind
WITH organs AS (
  SELECT agency_id, year, agency_kind
  FROM reports
  WHERE report_kind = 'annual_report' AND coverage = :coverage AND year BETWEEN :from_year AND :to_year
), held AS (
  SELECT agency_kind, year, count(*) AS reports FROM organs GROUP BY agency_kind, year
), stated AS (
  SELECT o.agency_kind, o.year, c.column_code AS applicant, count(c.value) AS reports_with, sum(c.value) AS received
  FROM organs o
  JOIN cells c ON c.agency_id = o.agency_id AND c.year = o.year
  WHERE c.table_code = 'applications' AND c.row_code = 'new_received'
  GROUP BY o.agency_kind, o.year, c.column_code
)
SELECT h.agency_kind, h.year, d.applicant, h.reports, h.reports - COALESCE(s.reports_with, 0) AS reports_without,
  CAST(s.received AS bigint) AS applications,
  s.received / NULLIF(sum(s.received) OVER (PARTITION BY h.agency_kind, h.year), 0) AS share
FROM held h
CROSS JOIN (VALUES ('natural_person'), ('business'), ('research'), ('public_welfare'), ('legal_service'), ('other_organization'))
  AS d (applicant)
LEFT JOIN stated s ON s.agency_kind IS NOT DISTINCT FROM h.agency_kind AND s.year = h.year AND s.applicant = d.applicant
ORDER BY h.agency_kind, h.year, applications DESC, d.applicant;
