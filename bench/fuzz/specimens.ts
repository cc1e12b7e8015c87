import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import type { Specimen } from './trial.ts';

const folder = join('test', 'read', 'fixtures');

/** The report of the fixtures in every format, as text and Markdown, and some of them packed together. */
export function specimens(): Specimen[] {
  const files = readdirSync(folder).filter((name) => name.startsWith('report.'));
  const saved = files.map(
    (name): Specimen => ({ format: name.slice('report.'.length), bytes: new Uint8Array(readFileSync(join(folder, name))) }),
  );
  const page = saved.find(({ format }) => format === 'html')?.bytes ?? new Uint8Array();
  const cells = new TextDecoder()
    .decode(page)
    .replace(/<\/td>/g, ' | ')
    .replace(/<\/tr>|<\/p>|<\/h\d>/g, '\n')
    .replace(/<[^>]*>/g, '');
  const text = new TextEncoder().encode(cells);
  return [...saved, { format: 'txt', bytes: text }, { format: 'zip', bytes: zipSync({ 'a.txt': text, 'b/c.html': page }) }];
}
