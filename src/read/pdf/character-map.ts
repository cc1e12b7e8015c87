/** What a font says of which character each code is, as pdf.js keeps it; a font that says nothing has the codes themselves. */
export interface CharacterMap {
  get(code: number): string | undefined;
  readonly firstChar?: unknown;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isMap = (value: unknown): value is CharacterMap => isObject(value) && typeof value.get === 'function';

/** Whether codes are characters by themselves, as UniGB-UCS2-H has them (9.7.5.2): told by one that no other encoding has there. */
const isUnicode = (map: CharacterMap) => map.firstChar === undefined && map.get(0x4e00) === '一';

/** Keep the character map of a font that is sent, and let nothing of it be copied: maps of Chinese fonts are large. */
export function takeCharacterMap(sent: unknown, maps: Map<string, CharacterMap>): void {
  const [name, kind, font]: readonly unknown[] = Array.isArray(sent) ? sent : [];
  if (typeof name !== 'string' || kind !== 'Font' || !isObject(font)) return;
  const { extra } = font;
  if (isObject(extra) && isMap(extra.toUnicode) && !isUnicode(extra.toUnicode)) maps.set(name, extra.toUnicode);
  font.extra = undefined;
}

const control = /\p{Cc}/u;

/**
 * Whether a code that is shown as the character of its own number is one only for want of a better (ISO 32000-1, 9.10.2): the map has
 * gaps, or there is none, and a control character shows that the codes number glyphs. A blank is drawn without.
 */
export function isGuessed(text: string, code: number, map: CharacterMap | null): boolean {
  if (map === null || code === 32 || text !== String.fromCharCode(code)) return false;
  return !map.get(code) || (map.firstChar !== undefined && control.test(text));
}
