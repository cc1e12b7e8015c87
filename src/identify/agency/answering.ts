import { type AgencyName, readAgencyName } from '../name/agency-name.ts';
import type { Named } from '../name/in-text.ts';

/** 请联系某县政务服务中心 in a report of 我县: who only answers questions on what the government reports. */
const answering = /(?:请?与|请?联系|请?向|咨询)[:]?$/;
const answersForPlace = /(?:政府信息|电子政务|政务服务|政务公开|信息公开|行政审批|数据)[^,。]{0,8}(?:中心|局|办公室)$/;
const ofWholePlace =
  /全([省市县区旗州])(?:共有?|的)?\d+个(?:政府信息)?公开(?:主体|单位)|([省市县区旗州])直各(?:部门|单位)(?:和|与|及|、)(?:各)?乡|(?:^|[,。;\n])(?:20\d\d年(?:度|以来)?,?)?我([省市县区旗州])(?:全年|共|累计|主动|坚持|认真|深入|持续|严格|高度|紧紧|全面|切实|积极|不断|以)/;

/** The government for which an organ answers that is named only as the one to ask; null where the writers call themselves an organ. */
export function answeredFor({ agency, at }: Named, text: string, word: string): AgencyName | null {
  const [division, ...others] = agency.divisions;
  if (word !== '' || !division || others.length > 0 || !answersForPlace.test(agency.printed)) return null;
  if (!answering.test(text.slice(Math.max(0, at - 4), at))) return null;
  const found = ofWholePlace.exec(text);
  const level = found?.[1] ?? found?.[2] ?? found?.[3];
  const isOfPlace = level !== undefined && division.name.endsWith(level) && agency.printed.includes(division.name);
  return isOfPlace ? readAgencyName(`${division.name}人民政府`) : null;
}
