// Tables of values between commas (RFC 4180), as sheets are saved: each record on a line of its own.

/** Commas of a record, and records one below the other with as many, at least: a sentence has some by chance. */
const [fewestCommas, fewestRecords] = [3, 3];
/** The heading of a section among the records; it is no label of a row. */
const heading = /^\s*[一二三四五六七]\s*[、.．].*(?:情[况況]|事[项項]|[问問][题題])/;

/** The fields of a record; null where it has fewer, or a quote in it is not closed. */
function fieldsOf(line: string): string[] | null {
  const fields: string[] = [];
  for (let at = 0; at <= line.length; at++) {
    const isQuoted = line[at] === '"';
    const end = isQuoted ? closingQuote(line, at + 1) : line.indexOf(',', at);
    if (isQuoted && (end < 0 || (end + 1 < line.length && line[end + 1] !== ','))) return null;
    const to = end < 0 ? line.length : end;
    fields.push(isQuoted ? line.slice(at + 1, to).replaceAll('""', '"') : line.slice(at, to));
    at = isQuoted ? to + 1 : to;
  }
  return fields.length > fewestCommas ? fields : null;
}

function closingQuote(line: string, from: number): number {
  let end = line.indexOf('"', from);
  while (end >= 0 && line[end + 1] === '"') end = line.indexOf('"', end + 2);
  return end;
}

/** A record as a line between tabs; one that has but its first field is a line of text, unless it stands among others. */
function asLine(records: readonly (readonly string[])[], at: number): string {
  const record = records[at] ?? [];
  const isAlone = (fields: readonly string[] | undefined) => fields === undefined || fields.slice(1).every((field) => field.trim() === '');
  const [first = ''] = record;
  const isText = isAlone(record) && (heading.test(first) || first.length > 60 || (isAlone(records[at - 1]) && isAlone(records[at + 1])));
  return isText ? first : record.map((field) => field.replaceAll('\t', ' ').trim()).join('\t');
}

/** The lines of a text, with tables of values between commas as rows between tabs; the same lines where it has none. */
export function betweenCommas(lines: readonly string[]): readonly string[] {
  const shown: string[] = [];
  let found = false;
  for (let at = 0; at < lines.length; ) {
    const records: string[][] = [];
    for (let fields = fieldsOf(lines[at] ?? ''); fields; fields = fieldsOf(lines[at + records.length] ?? '')) {
      if (records[0] && records[0].length !== fields.length) break;
      records.push(fields);
    }
    const isTable = records.length >= fewestRecords;
    found ||= isTable;
    const taken = Math.max(1, records.length);
    for (let n = 0; n < taken; n++) shown.push(isTable ? asLine(records, n) : (lines[at + n] ?? ''));
    at += taken;
  }
  return found ? shown : lines;
}
