/** Options of a page made by hand: its turn, packed content, and how many forms draw the next one twice. */
interface PaperOptions {
  readonly rotate?: number;
  readonly packed?: Buffer;
  readonly forms?: number;
}

/** A PDF with these content streams as A4 pages, in a Chinese font that is not embedded. */
export function pdfOf(pages: readonly string[], { rotate = 0, packed, forms = 0 }: PaperOptions = {}): Uint8Array {
  const objects: (string | Buffer)[] = [];
  const add = (object: string | Buffer) => objects.push(object);
  const firstPage = 6 + forms;
  add('<< /Type /Catalog /Pages 2 0 R >>');
  add(`<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, n) => `${firstPage + n * 2} 0 R`).join(' ')}] >>`);
  add('<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>');
  add(
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /SimSun /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> ' +
      '/FontDescriptor 5 0 R /DW 1000 /W [1 95 500 814 939 500] >>',
  );
  add(
    '<< /Type /FontDescriptor /FontName /SimSun /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 859 /Descent -141 /CapHeight 683 /StemV 80 >>',
  );
  for (let n = 1; n <= forms; n++) {
    const inner = n < forms ? `/Fm${n + 1} Do /Fm${n + 1} Do` : 'q Q';
    const resources = n < forms ? `/XObject << /Fm${n + 1} ${6 + n} 0 R >>` : '';
    add(stream(`/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << ${resources} >>`, Buffer.from(inner)));
  }
  pages.forEach((content, n) => {
    const forms1 = forms > 0 ? '/XObject << /Fm1 6 0 R >>' : '';
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Rotate ${rotate} /Resources << /Font << /F1 3 0 R >> ${forms1} >> ` +
        `/Contents ${firstPage + n * 2 + 1} 0 R >>`,
    );
    add(packed ? stream('/Filter /FlateDecode', packed) : stream('', Buffer.from(content, 'latin1')));
  });
  return assemble(objects);
}

const stream = (entries: string, content: Buffer) =>
  Buffer.concat([Buffer.from(`<< ${entries} /Length ${content.length} >>\nstream\n`), content, Buffer.from('\nendstream')]);

function assemble(objects: readonly (string | Buffer)[]): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.5\n')];
  const places: number[] = [];
  let at = parts[0]?.length ?? 0;
  objects.forEach((object, n) => {
    const body = Buffer.concat([Buffer.from(`${n + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n')]);
    places.push(at);
    at += body.length;
    parts.push(body);
  });
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  parts.push(Buffer.from(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`));
  parts.push(Buffer.from(`trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n`));
  return new Uint8Array(Buffer.concat(parts));
}

/** Text at a place, from the lower left corner in points; characters as UCS-2, as the font's encoding wants them. */
export function chineseText(x: number, y: number, text: string, size = 12): string {
  const codes = [...text].map((character) => character.charCodeAt(0).toString(16).padStart(4, '0')).join('');
  return `BT /F1 ${size} Tf ${x} ${y} Td <${codes}> Tj ET `;
}

/** A rule between two points. */
export const rule = (x1: number, y1: number, x2: number, y2: number): string => `0.5 w ${x1} ${y1} m ${x2} ${y2} l S `;
