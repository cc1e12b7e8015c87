import { matches } from '../../matches.ts';
import { readAgencyName } from '../name/agency-name.ts';
import type { Shown } from './shown-line.ts';

const label =
  /(?:发布机构|发布单位|发布机关|发文机关|发文单位|公开主体|公开机构|制发机关|编制单位|编制机关|报告单位|填报单位|信息来源|文章来源|稿件来源|来源|作者|责任部门|索引单位|发布)(?:\([盖公]?章\))?[:|]+([^\d|,。;【(（[\]]{3,40})/g;
const next =
  /(?:发布|发表|时间|日期|字体|字号|点击|浏览|阅读|作者|来源|分享|打印|公开|生成|索引|编辑|访问|文号|主题|责任|信息)(?:日期|时间|次数|量|数|大小|者|编辑|到|号)?[:|[【]?.*$/;

/** What a page's fields name as publisher, in print order: 发布机构, 来源. */
export function publishers(head: readonly Shown[]): readonly string[] {
  return head.flatMap(({ folded }) =>
    folded.includes(':') || folded.includes('|') ? matches(folded, label).map(([, value = '']) => value.replace(next, '')) : [],
  );
}

/** Names of departments that fill a line of the head, a letterhead too (…局文件); a government's name there is that of the site. */
export function nameLines(head: readonly Shown[]): readonly string[] {
  return head.flatMap(({ folded }) => {
    const line = folded.replace(/^[(【]|[)】]$|(?<=[局厅委会办处])文件$/g, '');
    const name = line.length >= 4 && line.length <= 30 ? readAgencyName(line) : null;
    return name && !name.placeOnly && !name.organ?.kind.startsWith('government') ? [line] : [];
  });
}
