-- title.zh: 发布渠道
-- title.en: Channels: posts and followers
-- question.zh: 报告正文说在网站、微信、微博等渠道发布了多少条信息、有多少关注者？
-- question.en: How many posts on websites, WeChat, Weibo and other channels, and how many followers, do the texts state?
-- param: from_year integer = 2008 | 起始年度 | first year
-- param: to_year integer = 2040 | 终止年度 | last year
-- param: coverage varchar = own_organ | 统计范围：own_organ、aggregate 或 system | whose numbers: own_organ, aggregate or system
-- column: year integer | 年度 | year
-- column: code varchar | 指标代码 | code
-- column: reports bigint | 报告数 | reports
-- column: reports_without bigint | 其中未提及的报告 | of these that do not state it
-- column: statements bigint | 提及次数 | statements
-- column: approximate bigint | 其中约数 | of these approximate
-- column: total double | 合计 | total
-- column: largest double | 最大值 | largest
-- chart: line x=year y=total by=code
WITH held AS (
  SELECT agency_id, year
  FROM reports
  WHERE report_kind = 'annual_report' AND coverage = :coverage AND year BETWEEN :from_year AND :to_year
),
per_year AS (
  SELECT year, count(*) AS reports FROM held GROUP BY year
),
stated AS (
  SELECT m.year, m.code, count(*) AS statements, count(*) FILTER (WHERE m.approximate) AS approximate,
    sum(m.value) AS total, max(m.value) AS largest, count(DISTINCT m.agency_id) AS reports_with
  FROM mentions m
  JOIN held h ON h.agency_id = m.agency_id AND h.year = m.year
  WHERE substr(m.code, 1, 6) = 'posts.' OR substr(m.code, 1, 10) = 'followers.'
  GROUP BY m.year, m.code
)
SELECT s.year, s.code, y.reports, y.reports - s.reports_with AS reports_without,
  s.statements, s.approximate, s.total, s.largest
FROM stated s
JOIN per_year y ON y.year = s.year
ORDER BY s.year, s.statements DESC, s.code;
