-- title.zh: 机关指标
-- title.en: Indicators of each agency
-- question.zh: 每个机关每年的公开率、不予公开率、积压率、复议率等指标是多少？
-- question.en: What are the disclosure, denial, backlog, review and other rates of each agency and year?
-- param: agency_id varchar = null | 机关代码，缺省为全部 | agency id; all without it
-- param: region varchar = null | 省级区划前两位，缺省为全部 | region; all without it
-- param: from_year integer = 2019 | 起始年度 | first year
-- param: to_year integer = 2040 | 终止年度 | last year
-- column: agency_id varchar | 机关代码 | agency id
-- column: agency_name varchar | 机关名称 | agency
-- column: year integer | 年度 | year
-- column: coverage varchar | 统计范围 | coverage
-- column: full_grant_rate double | 全部公开率 | granted in full / processed
-- column: disclosure_rate double | 公开率 | granted in full or in part / processed
-- column: substantive_disclosure_rate double | 实质公开率 | disclosed / (disclosed + denied)
-- column: denial_rate double | 不予公开率 | denied / processed
-- column: not_held_rate double | 不掌握率 | not held / processed
-- column: discretionary_denial_share double | 酌定不予公开占比 | refused by discretion (Art. 16) / denied
-- column: backlog_rate double | 积压率 | carried out / (received + carried in)
-- column: clearance_rate double | 办结率 | processed / (received + carried in)
-- column: natural_person_share double | 自然人占比 | natural persons / newly received
-- column: review_rate double | 复议率 | reviews / processed
-- column: review_correction_rate double | 复议纠错率 | corrected / concluded reviews
-- column: litigation_correction_rate double | 诉讼纠错率 | corrected / concluded lawsuits
-- column: contest_rate double | 争议率 | reviews and direct lawsuits / answers that did not disclose in full
-- column: data_quality_score double | 数据质量分 | checks of error level that hold / that could be assessed
-- column: days_early bigint | 提前天数（负为逾期） | days before the deadline (negative: late)
-- chart: line x=year y=disclosure_rate by=agency_name
WITH persons AS (
  SELECT agency_id, year, max(value) AS natural_persons
  FROM cells
  WHERE table_code = 'applications' AND row_code = 'new_received' AND column_code = 'natural_person'
    AND year BETWEEN :from_year AND :to_year
  GROUP BY agency_id, year
),
quality AS (
  SELECT agency_id, year, avg(CASE outcome WHEN 'pass' THEN 1e0 WHEN 'fail' THEN 0e0 END) AS data_quality_score
  FROM checks
  WHERE severity = 'error' AND year BETWEEN :from_year AND :to_year
  GROUP BY agency_id, year
)
SELECT r.agency_id, r.agency_name, r.year, r.coverage,
  CAST(r.applications_granted AS double) / NULLIF(r.applications_processed_total, 0) AS full_grant_rate,
  CAST(r.applications_granted + r.applications_partially_granted AS double) / NULLIF(r.applications_processed_total, 0) AS disclosure_rate,
  CAST(r.applications_granted + r.applications_partially_granted AS double)
    / NULLIF(r.applications_granted + r.applications_partially_granted + r.applications_denied_total, 0) AS substantive_disclosure_rate,
  CAST(r.applications_denied_total AS double) / NULLIF(r.applications_processed_total, 0) AS denial_rate,
  CAST(r.applications_unavailable_not_held AS double) / NULLIF(r.applications_processed_total, 0) AS not_held_rate,
  CAST(r.applications_denied_internal_affairs + r.applications_denied_process_information + r.applications_denied_enforcement_files AS double)
    / NULLIF(r.applications_denied_total, 0) AS discretionary_denial_share,
  CAST(r.applications_carried_out AS double) / NULLIF(r.applications_new_received + r.applications_carried_in, 0) AS backlog_rate,
  CAST(r.applications_processed_total AS double) / NULLIF(r.applications_new_received + r.applications_carried_in, 0) AS clearance_rate,
  p.natural_persons / NULLIF(r.applications_new_received, 0) AS natural_person_share,
  CAST(r.remedies_review_total AS double) / NULLIF(r.applications_processed_total, 0) AS review_rate,
  CAST(r.remedies_review_corrected AS double)
    / NULLIF(r.remedies_review_upheld + r.remedies_review_corrected + r.remedies_review_other, 0) AS review_correction_rate,
  CAST(r.remedies_litigation_direct_corrected + r.remedies_litigation_after_review_corrected AS double)
    / NULLIF(r.remedies_litigation_direct_upheld + r.remedies_litigation_direct_corrected + r.remedies_litigation_direct_other
      + r.remedies_litigation_after_review_upheld + r.remedies_litigation_after_review_corrected
      + r.remedies_litigation_after_review_other, 0) AS litigation_correction_rate,
  CAST(r.remedies_review_total + r.remedies_litigation_direct_total AS double)
    / NULLIF(r.applications_denied_total + r.applications_unavailable_total + r.applications_unprocessed_total
      + r.applications_partially_granted, 0) AS contest_rate,
  q.data_quality_score,
  CAST(date_diff('day', r.published, r.deadline) AS bigint) AS days_early
FROM reports r
LEFT JOIN persons p ON p.agency_id = r.agency_id AND p.year = r.year
LEFT JOIN quality q ON q.agency_id = r.agency_id AND q.year = r.year
WHERE r.report_kind = 'annual_report' AND r.year BETWEEN :from_year AND :to_year
  AND (:agency_id IS NULL OR r.agency_id = :agency_id)
  AND (:region IS NULL OR r.region = :region)
ORDER BY r.agency_id, r.year;
