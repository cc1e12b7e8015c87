import { inflateSync } from 'fflate';
// Adobe's character maps as pdf.js packs them (cmaps.LICENSE), written by bin/vendor-cmaps.mjs.
import maps from './cmaps.json' with { type: 'json' };

const byName: Readonly<Record<string, string>> = maps;

/** The character map of a Chinese font that is not embedded, in pdf.js's packed form. Throws for one that is not among them. */
export function characterMap(name: string): Uint8Array {
  const packed = byName[name];
  if (packed === undefined) throw new Error(`no character map ${name}`);
  return inflateSync(Uint8Array.from(atob(packed), (character) => character.charCodeAt(0)));
}
