-- Makes DuckDB answer as Athena (Trino) does: division of whole numbers, and functions that Trino calls by another name.
-- Run before the views are made. A test compares each macro with what Trino documents.
SET integer_division = true;
CREATE MACRO approx_distinct(x) AS approx_count_distinct(x);
CREATE MACRO approx_percentile(x, p) AS quantile_disc(x, p);
CREATE MACRO regexp_like(s, pattern) AS regexp_matches(s, pattern);
CREATE MACRO json_extract_scalar(j, path) AS json_extract_string(j, path);
-- Formats of a day only (%Y-%m-%d): Trino and DuckDB name minutes and seconds differently.
CREATE MACRO date_parse(s, format) AS strptime(s, format);
CREATE MACRO from_iso8601_date(s) AS CAST(s AS date);
CREATE MACRO element_at(x, k) AS list_extract(x, k);
CREATE MACRO cardinality(x) AS len(x);
CREATE MACRO array_join(x, separator) AS array_to_string(x, separator);
CREATE MACRO sequence(first, last) AS generate_series(first, last);
CREATE MACRO map_agg(k, v) AS map_from_entries(list(struct_pack(k := k, v := v)));
