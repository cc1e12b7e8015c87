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
  SELECT c.agency_id, c.year, r.agency_name,
    max(c.value) FILTER (WHERE c.column_code = 'natural_person') AS natural_person,
    max(c.value) FILTER (WHERE c.column_code = 'business') AS business,
    max(c.value) FILTER (WHERE c.column_code = 'research') AS research,
    max(c.value) FILTER (WHERE c.column_code = 'public_welfare') AS public_welfare,
    max(c.value) FILTER (WHERE c.column_code = 'legal_service') AS legal_service,
    max(c.value) FILTER (WHERE c.column_code = 'other_organization') AS other_organization,
    max(c.value) FILTER (WHERE c.column_code = 'total') AS total
  FROM cells c
  JOIN reports r ON r.agency_id = c.agency_id AND r.year = c.year
  WHERE c.table_code = 'applications' AND c.row_code = 'processed_total' AND r.report_kind = 'annual_report'
    AND r.year BETWEEN :from_year AND :to_year
  GROUP BY c.agency_id, c.year, r.agency_name
), alike AS (
  SELECT year, agency_id, agency_name, total,
    min(agency_id) OVER (PARTITION BY year, total, natural_person, business, research, public_welfare, legal_service, other_organization)
      AS first_agency_id
  FROM totals
  WHERE total > 0 AND natural_person + business + research + public_welfare + legal_service + other_organization IS NOT NULL
)
SELECT a.year, a.agency_id, a.agency_name, b.agency_id AS same_as, b.agency_name AS same_as_name,
  CAST(a.total AS bigint) AS processed,
  (SELECT count(*) FROM reports q
   LEFT JOIN totals t ON t.agency_id = q.agency_id AND t.year = q.year
   WHERE q.report_kind = 'annual_report' AND q.year BETWEEN :from_year AND :to_year
     AND t.natural_person + t.business + t.research + t.public_welfare + t.legal_service + t.other_organization + t.total IS NULL
  ) AS reports_without
FROM alike b
JOIN alike a ON a.year = b.year AND a.agency_id = b.first_agency_id
WHERE b.agency_id > b.first_agency_id
ORDER BY a.year, processed DESC, a.agency_id, b.agency_id;
