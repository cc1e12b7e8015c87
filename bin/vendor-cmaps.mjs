// Packs the character maps of Chinese fonts (Adobe-GB1) from pdfjs-dist into src/read/pdf/cmaps.json: one deflated block each, base64.
// Run it after raising pdfjs-dist: node bin/vendor-cmaps.mjs
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';

const folder = new URL('../node_modules/pdfjs-dist/cmaps/', import.meta.url);
const names = readdirSync(folder)
  .filter((name) => /^(GB|UniGB|Adobe-GB1-UCS2).*\.bcmap$/.test(name))
  .sort();
const pack = (name) => deflateRawSync(readFileSync(new URL(name, folder)), { level: 9 }).toString('base64');
const maps = Object.fromEntries(names.map((name) => [name.replace(/\.bcmap$/, ''), pack(name)]));
writeFileSync(new URL('../src/read/pdf/cmaps.json', import.meta.url), `${JSON.stringify(maps, null, 1)}\n`);
