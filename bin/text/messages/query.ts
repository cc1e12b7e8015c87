import type { Message } from './message.ts';

/** Failures of `query` and of SQL. */
export const queryMessages = {
  dataset_missing: {
    exit: 1,
    zh: '{path} 不是数据集文件夹：没有 {path}/open。',
    en: '{path} is no dataset folder: there is no {path}/open.',
    advice: {
      zh: '先用 gongkai ingest <文件夹> --out {path} 建立数据集；`npm start` 会用示例建立 ./dataset-samples。',
      en: 'Make one with gongkai ingest <folder> --out {path}; `npm start` makes ./dataset-samples of the samples.',
    },
  },
  dataset_is_file: {
    exit: 1,
    zh: '{path} 是一个文件，不是数据集文件夹。',
    en: '{path} is a file, not a dataset folder.',
    advice: { zh: '请用 --out 指定 gongkai ingest 写入的文件夹。', en: 'Name the folder that gongkai ingest wrote with --out.' },
  },
  table_damaged: {
    exit: 1,
    zh: '数据集的表已损坏，读不了：{reason}',
    en: 'a table of the dataset is damaged and cannot be read: {reason}',
    advice: { zh: '`gongkai reconcile` 会重新生成损坏的表。', en: '`gongkai reconcile` makes damaged tables again.' },
  },
  table_outdated: {
    exit: 1,
    zh: '{path} 没有 {column} 列：它是由另一版本的程序写出的。',
    en: '{path} has no column {column}: another version of the program wrote it.',
    advice: { zh: '`gongkai reconcile` 会重新生成数据集的表。', en: '`gongkai reconcile` makes the tables of a dataset again.' },
  },
  table_unknown: {
    exit: 2,
    zh: '没有表“{name}”。',
    en: 'there is no table "{name}".',
    advice: { zh: '{suggestion}现有的表：{known}', en: '{suggestion}The tables: {known}' },
  },
  target_exists: {
    exit: 1,
    zh: '{path} 已存在且不是空文件夹。',
    en: '{path} exists and is no empty folder.',
    advice: { zh: '请用 --to 另选文件夹，或先移走它。', en: 'Choose another folder with --to, or move it away first.' },
  },
  sheet_full: {
    exit: 1,
    zh: '工作表放不下这么多行：{reason}',
    en: 'a worksheet cannot hold this many rows: {reason}',
    advice: {
      zh: '用 --where 缩小范围（例如按年度），或导出 csv、parquet。',
      en: 'Narrow it with --where (a year, say), or export csv or parquet.',
    },
  },
  agency_unknown: {
    exit: 4,
    zh: '数据集中没有机关“{name}”。',
    en: 'the dataset holds no agency "{name}".',
    advice: { zh: '{suggestion}用名称的一部分也可以查找。', en: '{suggestion}A part of the name will do.' },
  },
  agency_ambiguous: {
    exit: 4,
    zh: '有 {count} 个机关符合“{name}”：{list}',
    en: '{count} agencies match "{name}":{list}',
    advice: { zh: '请给出机关代码或全名。', en: 'Give the id or the full name.' },
  },
  year_not_held: {
    exit: 4,
    zh: '数据集中没有“{name}”{year} 年度的报告。',
    en: 'the dataset holds no report of "{name}" for {year}.',
    advice: { zh: '现有年度：{known}', en: 'Years held: {known}' },
  },
  published_unreadable: {
    exit: 1,
    zh: '读不了已发布的报告 {path}：{reason}',
    en: 'cannot read the published report {path}: {reason}',
    advice: { zh: '运行 gongkai ingest 或 gongkai replay 会重新生成它。', en: 'gongkai ingest or gongkai replay makes it again.' },
  },
  query_missing: {
    exit: 2,
    zh: '要么给出一条 SQL，要么用 --named 指定保存的查询。',
    en: 'give either one SQL statement or --named with a saved query.',
    advice: { zh: '`gongkai query --list` 列出保存的查询。', en: '`gongkai query --list` lists the saved queries.' },
  },
  unknown_query: {
    exit: 2,
    zh: '没有保存的查询“{name}”。',
    en: 'there is no saved query "{name}".',
    advice: { zh: '{suggestion}`gongkai query --list` 列出全部。', en: '{suggestion}`gongkai query --list` lists them all.' },
  },
  unknown_parameter: {
    exit: 2,
    zh: '查询 {query} 没有参数“{name}”。',
    en: 'the query {query} has no parameter "{name}".',
    advice: { zh: '{suggestion}可用参数：{known}', en: '{suggestion}Its parameters: {known}' },
  },
  parameter_invalid: {
    exit: 2,
    zh: '“{pair}”不是“名称=值”。',
    en: '"{pair}" is no name=value.',
    advice: { zh: '写法：-p 名称=值，例如 -p from_year=2021', en: 'Write -p name=value, for instance -p from_year=2021' },
  },
  parameter_value: {
    exit: 2,
    zh: '参数 {name} 的值“{value}”不对，应为{expected}。',
    en: 'the value "{value}" of the parameter {name} is wrong: it should be {expected}.',
    advice: { zh: '`gongkai query --list` 列出各查询的参数。', en: '`gongkai query --list` lists the parameters of each query.' },
  },
  parameters_without_query: {
    exit: 2,
    zh: '-p 只用于保存的查询（--named）。',
    en: '-p is for saved queries (--named) only.',
  },
  parquet_to_terminal: {
    exit: 2,
    zh: 'Parquet 是二进制格式，不能显示在终端上。',
    en: 'Parquet is binary and cannot be shown on a terminal.',
    advice: {
      zh: '请写入文件：gongkai query … --format parquet > 结果.parquet',
      en: 'Write it to a file: gongkai query … --format parquet > result.parquet',
    },
  },
  sql_syntax: {
    exit: 2,
    zh: 'SQL 语法有误{where}。{place}',
    en: 'the SQL has a syntax error{where}.{place}',
  },
  sql_no_table: {
    exit: 2,
    zh: '没有表“{name}”。{place}{suggestion}',
    en: 'there is no table "{name}".{place}{suggestion}',
    advice: { zh: '`gongkai query "SHOW TABLES"` 列出全部表。', en: '`gongkai query "SHOW TABLES"` lists the tables.' },
  },
  sql_no_column: {
    exit: 2,
    zh: '没有列“{name}”。{place}{suggestion}',
    en: 'there is no column "{name}".{place}{suggestion}',
    advice: {
      zh: '`gongkai query "DESCRIBE reports"` 列出表 reports 的列，其他表也一样。',
      en: '`gongkai query "DESCRIBE reports"` lists the columns of reports; so it does for any table.',
    },
  },
  sql_no_function: {
    exit: 2,
    zh: '没有函数“{name}”。{place}',
    en: 'there is no function "{name}".{place}',
  },
  sql_not_one: {
    exit: 2,
    zh: '请给出恰好一条语句。',
    en: 'give exactly one statement.',
  },
  sql_not_select: {
    exit: 2,
    zh: '只能查询（SELECT、WITH、VALUES、DESCRIBE、SHOW、EXPLAIN），不能修改。',
    en: 'only queries can be run (SELECT, WITH, VALUES, DESCRIBE, SHOW, EXPLAIN), nothing that writes or sets.',
  },
  sql_forbidden: {
    exit: 2,
    zh: '查询只能读取数据集中的表，不能读取其他文件或网络：{reason}{place}',
    en: 'a query may read the tables of the dataset and no other file or network: {reason}{place}',
  },
  sql_interrupted: {
    exit: 1,
    zh: '查询已中断。',
    en: 'the query was interrupted.',
  },
  sql_refused: {
    exit: 2,
    zh: 'SQL 无法运行：{reason}{place}',
    en: 'the SQL cannot be run: {reason}{place}',
  },
} as const satisfies Record<string, Message>;
