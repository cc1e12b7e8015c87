const townshipPattern =
  /^(\p{Script=Han}{1,14}(?:街道|镇|乡|苏木|地区))(?:人民政府|政府|街道办事处|办事处|办)?((?:党政)?(?:综合)?办公室|(?:便民|综合)服务中心)?$/u;

/** 渝中区人民政府大溪沟街道; 十六团新开岭镇: a town of the corps and the regiment it belongs to are one. */
const beforeTownship = /^(?:人民政府|第?[\d一二三四五六七八九十百零〇]{1,6}团场?)(?=.{2,}(?:街道|镇|乡|苏木|地区))/;

/** Words of a sentence, which no township bears: 城关镇积极推动乡镇, 四是各乡镇, 动态发布本乡, 东门街道所属街道. */
const sentence =
  /我|现将|^第.{1,3}师|街道.*街道|(?:^|是)各(?=[乡镇街县区市地部级])|.{3}本(?:乡|镇|街道|苏木)$|^[一二三四五六七八九十]是|积极|推[动进]|加强|认真|开展|坚持|全面|落实|重视|围绕|严格|根据|按照|通过|切实|深入/;

/** A township by its name: 大溪沟街道办事处, 望疃镇, 渝中区人民政府 before it left out. */
export function readTownship(text: string): { readonly township: string; readonly unit: string } | null {
  const match = townshipPattern.exec(text.replace(beforeTownship, ''));
  // 现将我乡 names nobody; 第一师 is a division of the corps, whose city follows.
  return match?.[1] && match[1].length > 1 && !sentence.test(match[1]) ? { township: match[1], unit: match[2] ?? '' } : null;
}

/** 花园路办事处: a subdistrict's office that leaves 街道 out; 驻京办事处 is none. */
export function readOffice(text: string): string | null {
  const name = /^(\p{Script=Han}{2,6})办事处$/u.exec(text)?.[1];
  return name === undefined || /^驻|管理$/.test(name) ? null : `${name}街道`;
}
