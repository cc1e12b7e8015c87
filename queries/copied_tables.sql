-- title.zh: 数字完全相同的报告
-- title.en: Reports with the same numbers
-- question.zh: 同一年度哪些机关的申请表七项总计完全相同且不全为零？每组与其中第一个机关并列（核对 X02，可能是抄录）
-- question.en: Which agencies report the same seven column totals, not all zero, in one year, each beside the first of them (check X02, perhaps copied)?
-- param: from_year integer = 2019 | 起始年度 | first year
-- param: to_year integer = 2040 | 终止年度 | last year
-- column: year integer | 年度 | year
-- column: agency_id varchar | 机关代码 | agency id
-- column: agency_name varchar | 机关名称 | agency
-- column: same_as varchar | 与之相同的机关 | the other agency
-- column: same_as_name varchar | 机关名称 | its name
-- column: processed bigint | 办结总计 | processed
-- column: reports_without bigint | 所选年度缺数字的报告 | reports of these years without the numbers
-- chart: table
WITH totals AS (
  SELECT agency_id, year,
    max(CASE WHEN column_code = 'natural_person' THEN value END) AS natural_person,
    max(CASE WHEN column_code = 'business' THEN value END) AS business,
    max(CASE WHEN column_code = 'research' THEN value END) AS research,
    max(CASE WHEN column_code = 'public_welfare' THEN value END) AS public_welfare,
    max(CASE WHEN column_code = 'legal_service' THEN value END) AS legal_service,
    max(CASE WHEN column_code = 'other_organization' THEN value END) AS other_organization,
    max(CASE WHEN column_code = 'total' THEN value END) AS total
  FROM cells
  WHERE table_code = 'applications' AND row_code = 'processed_total' AND year BETWEEN :from_year AND :to_year
  GROUP BY agency_id, year
), reported AS (
  SELECT r.agency_id, r.year, r.agency_name, t.natural_person, t.business, t.research, t.public_welfare, t.legal_service,
    t.other_organization, t.total,
    t.natural_person + t.business + t.research + t.public_welfare + t.legal_service + t.other_organization + t.total IS NOT NULL AS complete
  FROM reports r
  LEFT JOIN totals t ON t.agency_id = r.agency_id AND t.year = r.year
  WHERE r.report_kind = 'annual_report' AND r.year BETWEEN :from_year AND :to_year
), alike AS (
  SELECT year, agency_id, agency_name, total,
    min(agency_id) OVER (PARTITION BY year, total, natural_person, business, research, public_welfare, legal_service, other_organization)
      AS first_agency_id
  FROM reported
  WHERE total > 0 AND complete
)
SELECT a.year, a.agency_id, a.agency_name, b.agency_id AS same_as, b.agency_name AS same_as_name,
  CAST(a.total AS bigint) AS processed,
  (SELECT count(*) FROM reported WHERE NOT complete) AS reports_without
FROM alike b
JOIN alike a ON a.year = b.year AND a.agency_id = b.first_agency_id
WHERE b.agency_id > b.first_agency_id
ORDER BY a.year, processed DESC, a.agency_id, b.agency_id;
