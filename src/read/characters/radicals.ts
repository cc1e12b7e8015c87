// Fonts of macOS and some printers name radicals where ideographs of the same shape are meant
// (Unicode EquivalentUnifiedIdeograph.txt); the Kangxi block folds by NFKC, these do not.
const pairs =
  '⺁厂⺄乙⺆冂⺈刀⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪疋⺫目⺬示⺭礻⺯糹⺰纟⺱罓⺲罒⺳㓁⺴冈' +
  '⺵羊⺶羊⺷羊⺸羊⺹耂⺺肀⺻聿⺼月⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻕阝⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞飠⻟飠⻠饣⻡首⻢马' +
  '⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟';

const unified = new Map<string, string>();
const characters = [...pairs];
for (let n = 0; n + 1 < characters.length; n += 2) unified.set(characters[n] ?? '', characters[n + 1] ?? '');

/** Radicals of the CJK and Kangxi blocks as the ideographs they look like; length is kept. */
export function unifiedIdeographs(text: string): string {
  if (!/[\u2e80-\u2fdf]/.test(text)) return text;
  return text.replace(/[\u2e80-\u2fdf]/g, (radical) => unified.get(radical) ?? radical.normalize('NFKC'));
}
