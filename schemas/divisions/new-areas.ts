/**
 * New areas of the state (国家级新区) that bear the name of no division of their own, and the division that keeps them: code and
 * name. Each name is borne once in the country; 浦东新区 and 滨海新区 are divisions.
 */
export const newAreas: readonly (readonly [code: string, name: string])[] = [
  ['130000', '雄安新区'],
  ['320100', '江北新区'],
  ['360000', '赣江新区'],
  ['430000', '湘江新区'],
  ['500000', '两江新区'],
  ['510000', '天府新区'],
  ['520000', '贵安新区'],
  ['530000', '滇中新区'],
  ['610000', '西咸新区'],
];
