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
WITH per_applicant AS (
  SELECT r.agency_kind, r.year, d.applicant, count(*) AS reports, count(c.value) AS reports_with, sum(c.value) AS received
  FROM reports r
  CROSS JOIN (VALUES ('natural_person'), ('business'), ('research'), ('public_welfare'), ('legal_service'), ('other_organization'))
    AS d (applicant)
  LEFT JOIN cells c ON c.agency_id = r.agency_id AND c.year = r.year
    AND c.table_code = 'applications' AND c.row_code = 'new_received' AND c.column_code = d.applicant
  WHERE r.report_kind = 'annual_report' AND r.coverage = :coverage AND r.year BETWEEN :from_year AND :to_year
  GROUP BY r.agency_kind, r.year, d.applicant
)
SELECT agency_kind, year, applicant, reports, reports - reports_with AS reports_without,
  CAST(received AS bigint) AS applications,
  received / NULLIF(sum(received) OVER (PARTITION BY agency_kind, year), 0) AS share
FROM per_applicant
ORDER BY agency_kind, year, applications DESC, applicant;
