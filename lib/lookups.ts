/** A prepared statement; its question marks are filled by EXECUTE … USING. */
interface Lookup {
  readonly name: string;
  readonly about: string;
  readonly sql: string;
}

/** Point look-ups on the tables by agency and year: fresh seconds after a report was dropped, a few kilobytes scanned. */
export const lookups: readonly Lookup[] = [
  {
    name: 'agency_history',
    about: '某机关历年报告 / All years of one agency. USING agency',
    sql: 'SELECT * FROM agency_reports WHERE agency = ? ORDER BY year',
  },
  {
    name: 'agency_numbers',
    about: '某机关某年的全部单元格 / Every cell of one report. USING agency, year',
    sql: `SELECT table_code, row_code, column_code, value, status, raw, unit, line
FROM agency_cells
WHERE agency = ? AND year = ?
ORDER BY line, table_code, row_code, column_code`,
  },
  {
    name: 'agency_document',
    about: '某机关某年的完整报告对象 / The whole report object. USING agency, year',
    sql: 'SELECT * FROM documents_json WHERE agency_id = ? AND year = ?',
  },
];
