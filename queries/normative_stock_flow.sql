-- title.zh: 规范性文件存量与增减不符
-- title.en: Normative documents whose stock does not follow from the flow
-- question.zh: 上年有效件数加本年制发、减本年废止，是否等于本年有效件数？（核对 D01）
-- question.en: Does last year's stock plus issued minus repealed give this year's stock (check D01)?
-- param: from_year integer = 2021 | 起始年度 | first year
-- param: to_year integer = 2040 | 终止年度 | last year
-- column: lineage_id varchar | 沿革代码 | lineage id
-- column: agency_name varchar | 机关名称 | agency
-- column: year integer | 年度 | year
-- column: coverage varchar | 统计范围 | coverage
-- column: stock_before bigint | 上年有效 | in force the year before
-- column: issued bigint | 本年制发 | issued
-- column: repealed bigint | 本年废止 | repealed
-- column: stock_after bigint | 本年有效 | in force
-- column: gap bigint | 差额 | gap
-- column: reports_without bigint | 有上年报告而缺数字的 | reports with a predecessor but without the numbers
-- chart: table
WITH documents_held AS (
  SELECT lineage_id, agency_name, year, coverage,
    disclosure_normative_documents_issued_this_year AS issued,
    disclosure_normative_documents_repealed_this_year AS repealed,
    disclosure_normative_documents_in_force AS in_force,
    count(*) OVER (PARTITION BY lineage_id, year, coverage) AS organs
  FROM reports
  WHERE report_kind = 'annual_report' AND coverage IS NOT NULL AND form_disclosure = '2021'
),
-- An organ that was split or merged has no single predecessor to compare with.
flow AS (
  SELECT n.lineage_id, n.agency_name, n.year, n.coverage, p.in_force AS stock_before, n.issued, n.repealed,
    n.in_force AS stock_after, n.in_force - (p.in_force + n.issued - n.repealed) AS difference
  FROM documents_held n
  JOIN documents_held p ON p.lineage_id = n.lineage_id AND p.year = n.year - 1 AND p.coverage = n.coverage
  WHERE n.organs = 1 AND p.organs = 1 AND n.year BETWEEN :from_year AND :to_year
)
SELECT lineage_id, agency_name, year, coverage,
  CAST(stock_before AS bigint) AS stock_before, CAST(issued AS bigint) AS issued, CAST(repealed AS bigint) AS repealed,
  CAST(stock_after AS bigint) AS stock_after, CAST(difference AS bigint) AS gap,
  (SELECT count(*) FROM flow WHERE difference IS NULL) AS reports_without
FROM flow
WHERE difference <> 0
ORDER BY abs(difference) DESC, lineage_id, year, coverage;
