-- title.zh: 许可、处罚、强制的数量
-- title.en: Licences, penalties and coercion
-- question.zh: 各类机关每年作出多少行政许可、处罚、强制决定？（两种格式分列）
-- question.en: How many licences, penalties and coercive measures are decided, by kind of organ, year and form?
-- param: from_year integer = 2019 | 起始年度 | first year
-- param: to_year integer = 2040 | 终止年度 | last year
-- param: coverage varchar = own_organ | 统计范围：own_organ、aggregate 或 system | whose numbers: own_organ, aggregate or system
-- column: agency_kind varchar | 机关类别 | kind of organ
-- column: year integer | 年度 | year
-- column: form varchar | 表格式 | form
-- column: decision varchar | 决定（行代码） | decision (row code)
-- column: reports bigint | 报告数 | reports
-- column: reports_without bigint | 其中缺此数字的报告 | of these without the number
-- column: decisions bigint | 决定数 | decisions
-- chart: bar x=year y=decisions by=decision
SELECT r.agency_kind, r.year, r.form_disclosure AS form, d.decision,
  count(*) AS reports,
  count(*) - count(c.value) AS reports_without,
  CAST(sum(c.value) AS bigint) AS decisions
FROM reports r
CROSS JOIN (VALUES ('licensing'), ('penalties'), ('coercion')) AS d (decision)
LEFT JOIN cells c ON c.agency_id = r.agency_id AND c.year = r.year
  AND c.table_code = 'disclosure' AND c.row_code = d.decision AND c.column_code = 'decisions'
WHERE r.report_kind = 'annual_report' AND r.coverage = :coverage AND r.year BETWEEN :from_year AND :to_year
GROUP BY r.agency_kind, r.year, r.form_disclosure, d.decision
ORDER BY r.year, decisions DESC, r.agency_kind, form, d.decision;
