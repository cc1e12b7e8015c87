/** A text as SQL writes it, in Trino and in DuckDB: in quotation marks, those within it twice. */
export const sqlText = (text: string): string => `'${text.replaceAll("'", "''")}'`;
