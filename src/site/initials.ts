import { pinyin } from 'pinyin-pro';

/** First letters of a name's syllables, as people type them: 厦门市司法局 → xmssfj. Signs and digits stay, in lower case. */
export const initials = (name: string): string =>
  pinyin(name, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'consecutive' })
    .join('')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
