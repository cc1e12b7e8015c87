-- title.zh: 正文与表格不一致
-- title.en: The text says one number, the table another
-- question.zh: 哪些报告正文中的数字与表格不一致？（核对 N01–N07、N11）
-- question.en: In which reports does the text disagree with the tables (checks N01-N07 and N11)?
-- param: from_year integer = 2019 | 起始年度 | first year
-- param: to_year integer = 2040 | 终止年度 | last year
-- column: agency_id varchar | 机关代码 | agency id
-- column: agency_name varchar | 机关名称 | agency
-- column: year integer | 年度 | year
-- column: check_id varchar | 核对 | check
-- column: instance varchar | 对象 | instance
-- column: narrative_value double | 正文 | in the text
-- column: table_value double | 表格 | in the table
-- column: message varchar | 说明 | message
-- column: reports_without bigint | 所选年度无可比数字的报告 | reports of these years with nothing to compare
-- chart: table
WITH compared AS (
  SELECT k.agency_id, k.year, k.check_id, k.instance, k.outcome, k.left_value, k.right_value, k.message
  FROM checks k
  WHERE k.check_id IN ('N01', 'N02', 'N03', 'N04', 'N05', 'N06', 'N07', 'N11') AND k.outcome IN ('pass', 'fail')
    AND k.year BETWEEN :from_year AND :to_year
)
SELECT r.agency_id, r.agency_name, r.year, c.check_id, c.instance,
  c.left_value AS narrative_value, c.right_value AS table_value, c.message,
  (SELECT count(*) FROM reports q
   LEFT JOIN (SELECT DISTINCT agency_id, year FROM compared) s ON s.agency_id = q.agency_id AND s.year = q.year
   WHERE q.report_kind = 'annual_report' AND q.year BETWEEN :from_year AND :to_year AND s.agency_id IS NULL) AS reports_without
FROM compared c
JOIN reports r ON r.agency_id = c.agency_id AND r.year = c.year
WHERE c.outcome = 'fail'
ORDER BY r.year, r.agency_id, c.check_id, c.instance;
