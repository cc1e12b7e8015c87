import { divisionHistory } from '../../../schemas/divisions/history.ts';
import type { DivisionLevel } from '../../../schemas/report.ts';

/** A division that makes reports: its code, own name, level and the divisions above it. */
export interface Place {
  readonly code: string;
  readonly name: string;
  readonly level: Exclude<DivisionLevel, 'national' | 'township'>;
  readonly province: string;
  readonly prefecture: string;
}

const rows = `
110000,北京市,北京市,
110101,东城区,北京市,
110102,西城区,北京市,
110105,朝阳区,北京市,
130000,河北省,河北省,
130100,石家庄市,河北省,石家庄市
130102,长安区,河北省,石家庄市
130104,桥西区,河北省,石家庄市
130105,新华区,河北省,石家庄市
130600,保定市,河北省,保定市
130623,涞水县,河北省,保定市
130624,阜平县,河北省,保定市
130626,定兴县,河北省,保定市
140700,晋中市,山西省,晋中市
140702,榆次区,山西省,晋中市
140721,榆社县,山西省,晋中市
140722,左权县,山西省,晋中市
230200,齐齐哈尔市,黑龙江省,齐齐哈尔市
230202,龙沙区,黑龙江省,齐齐哈尔市
230203,建华区,黑龙江省,齐齐哈尔市
230204,铁锋区,黑龙江省,齐齐哈尔市
320000,江苏省,江苏省,
320100,南京市,江苏省,南京市
320102,玄武区,江苏省,南京市
320104,秦淮区,江苏省,南京市
320105,建邺区,江苏省,南京市
320500,苏州市,江苏省,苏州市
320505,虎丘区,江苏省,苏州市
320506,吴中区,江苏省,苏州市
320507,相城区,江苏省,苏州市
330300,温州市,浙江省,温州市
330302,鹿城区,浙江省,温州市
330303,龙湾区,浙江省,温州市
330304,瓯海区,浙江省,温州市
350000,福建省,福建省,
350200,厦门市,福建省,厦门市
350203,思明区,福建省,厦门市
350205,海沧区,福建省,厦门市
350206,湖里区,福建省,厦门市
350400,三明市,福建省,三明市
350421,明溪县,福建省,三明市
350423,清流县,福建省,三明市
350424,宁化县,福建省,三明市
360700,赣州市,江西省,赣州市
360702,章贡区,江西省,赣州市
360722,信丰县,江西省,赣州市
360723,大余县,江西省,赣州市
370000,山东省,山东省,
370200,青岛市,山东省,青岛市
370202,市南区,山东省,青岛市
370203,市北区,山东省,青岛市
370211,黄岛区,山东省,青岛市
420100,武汉市,湖北省,武汉市
420102,江岸区,湖北省,武汉市
420103,江汉区,湖北省,武汉市
420104,硚口区,湖北省,武汉市
440000,广东省,广东省,
440100,广州市,广东省,广州市
440103,荔湾区,广东省,广州市
440104,越秀区,广东省,广州市
440105,海珠区,广东省,广州市
440300,深圳市,广东省,深圳市
440303,罗湖区,广东省,深圳市
440304,福田区,广东省,深圳市
440305,南山区,广东省,深圳市
450000,广西壮族自治区,广西壮族自治区,
450300,桂林市,广西壮族自治区,桂林市
450302,秀峰区,广西壮族自治区,桂林市
450303,叠彩区,广西壮族自治区,桂林市
450304,象山区,广西壮族自治区,桂林市
451300,来宾市,广西壮族自治区,来宾市
451302,兴宾区,广西壮族自治区,来宾市
451321,忻城县,广西壮族自治区,来宾市
451322,象州县,广西壮族自治区,来宾市
510000,四川省,四川省,
510400,攀枝花市,四川省,攀枝花市
510402,东区,四川省,攀枝花市
510403,西区,四川省,攀枝花市
510411,仁和区,四川省,攀枝花市
520000,贵州省,贵州省,
610100,西安市,陕西省,西安市
610102,新城区,陕西省,西安市
610103,碑林区,陕西省,西安市
610104,莲湖区,陕西省,西安市
650000,新疆维吾尔自治区,新疆维吾尔自治区,
652300,昌吉回族自治州,新疆维吾尔自治区,昌吉回族自治州
652301,昌吉市,新疆维吾尔自治区,昌吉回族自治州
652302,阜康市,新疆维吾尔自治区,昌吉回族自治州
652323,呼图壁县,新疆维吾尔自治区,昌吉回族自治州
`;

const levelOf = (code: string): Place['level'] => (code.endsWith('0000') ? 'province' : code.endsWith('00') ? 'prefecture' : 'county');

/** Divisions whose code and name have not changed since 2008 (GB/T 2260), so that they fit every report year. */
export const places: readonly Place[] = rows
  .trim()
  .split('\n')
  .map((row) => {
    const [code = '', name = '', province = '', prefecture = ''] = row.split(',');
    return { code, name, level: levelOf(code), province, prefecture };
  });

/** Taiwan, Hong Kong and Macao make no such reports. */
const withoutReports = /^(71|81|82)/;

function currentDivisions(): Place[] {
  const current = divisionHistory
    .trim()
    .split('\n')
    .map((row) => row.split(' '))
    .filter(([code = '', , from, until]) => until === undefined && Number(from) <= 2018 && !withoutReports.test(code))
    .map(([code = '', name = '']) => [code, name.replace('|', '')] as const);
  const names = new Map(current);
  return current.map(([code, name]) => ({
    code,
    name,
    level: levelOf(code),
    province: names.get(`${code.slice(0, 2)}0000`) ?? '',
    prefecture: names.get(`${code.slice(0, 4)}00`) ?? '',
  }));
}

let everywhere: readonly Place[] | undefined;

/** Every division of today at county level and above that is as old as the report years generated (2019 and later). */
export function allPlaces(): readonly Place[] {
  everywhere ??= currentDivisions();
  return everywhere;
}
