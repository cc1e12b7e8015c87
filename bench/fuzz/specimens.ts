import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Specimen } from './trial.ts';

const folder = join('test', 'read', 'fixtures');

/** The parts of a .docx one after another in one XML file, as Word saves it on demand. */
function flatPackage(docx: Uint8Array): Uint8Array {
  const parts = Object.entries(unzipSync(docx)).filter(([name]) => name.endsWith('.xml'));
  const written = parts.map(([name, part]) => {
    const xml = strFromU8(part).replace(/^\s*<\?xml[^>]*>/, '');
    return `<pkg:part pkg:name="/${name}"><pkg:xmlData>${xml}</pkg:xmlData></pkg:part>`;
  });
  const package2006 = 'http://schemas.microsoft.com/office/2006/xmlPackage';
  return strToU8(`<?xml version="1.0"?><pkg:package xmlns:pkg="${package2006}">${written.join('')}</pkg:package>`);
}

/** The report of the fixtures in every format, as text and Markdown, and some of them packed together. */
export function specimens(): Specimen[] {
  const files = readdirSync(folder).filter((name) => name.startsWith('report.'));
  const saved = files.map(
    (name): Specimen => ({ format: name.slice('report.'.length), bytes: new Uint8Array(readFileSync(join(folder, name))) }),
  );
  const bytesOf = (format: string) => saved.find((one) => one.format === format)?.bytes ?? new Uint8Array();
  const page = bytesOf('html');
  const cells = new TextDecoder()
    .decode(page)
    .replace(/<\/td>/g, ' | ')
    .replace(/<\/tr>|<\/p>|<\/h\d>/g, '\n')
    .replace(/<[^>]*>/g, '');
  const text = new TextEncoder().encode(cells);
  return [
    ...saved,
    { format: 'xml', bytes: flatPackage(bytesOf('docx')) },
    { format: 'txt', bytes: text },
    { format: 'zip', bytes: zipSync({ 'a.txt': text, 'b/c.html': page }) },
  ];
}
