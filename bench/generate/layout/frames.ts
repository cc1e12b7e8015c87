import type { Draft } from '../draft/draft.ts';
import type { Random } from '../random.ts';
import type { Frame } from './html-page.ts';
import { escapeHtml } from './html-table.ts';

const charset = '<meta charset="utf-8">';

/** Nothing but the article. */
export const bareFrame: Frame = (article, draft) =>
  `<!DOCTYPE html>\n<html><head>${charset}<title>${escapeHtml(draft.title)}</title></head>\n<body>\n${article}\n</body></html>\n`;

const menu = ['首页', '要闻动态', '政务公开', '办事服务', '互动交流', '数据开放', '专题专栏', '走进本地'];
const columns = [
  '政府信息公开指南',
  '政府信息公开制度',
  '法定主动公开内容',
  '政府信息公开年报',
  '依申请公开',
  '规范性文件',
  '财政信息',
  '人事信息',
];

const link = (text: string, random: Random) =>
  `<li><a href="/col/${random.int(1000, 9999)}/index.html" target="_blank" title="${text}">${text}</a></li>`;
const list = (items: readonly string[], random: Random) =>
  `<ul class="list-${random.int(1, 9)}">${items.map((item) => link(item, random)).join('')}</ul>`;

/** Script with strings that look like tables and dates: none of it is shown. */
function script(random: Random, bytes: number): string {
  const statements: string[] = [`var page={"date":"2018-05-06","html":"<table><tr><td>${random.int(1, 99)}</td></tr></table>"};`];
  for (let size = 0; size < bytes; size += statements.at(-1)?.length ?? 1) {
    const name = `f${random.int(1000, 99999)}`;
    statements.push(
      `function ${name}(e,t){if(e<${random.int(1, 500)}&&t>0){return e+t*${random.int(2, 9)};}$("#m${random.int(1, 400)}").addClass("on");}`,
    );
  }
  return `<script type="text/javascript">\n${statements.join('\n')}\n</script>`;
}

function styleSheet(random: Random, bytes: number): string {
  const rules: string[] = [];
  for (let size = 0; size < bytes; size += rules.at(-1)?.length ?? 1) {
    rules.push(
      `.c${random.int(1, 9999)} .item{float:left;width:${random.int(20, 990)}px;line-height:${random.int(18, 40)}px;color:#${random.int(100000, 999999)};}`,
    );
  }
  return `<style>\n${rules.join('\n')}\n</style>`;
}

/** Titles of other bodies and years, as lists beside an article show them. */
function otherTitles(draft: Draft, random: Random, count: number): string[] {
  const others = ['财政局', '民政局', '统计局', '档案局', '商务局', '审计局'] as const;
  const place = draft.organ.place.name;
  return Array.from({ length: count }, () => `${place}${random.pick(others)}${draft.year - random.int(1, 3)}年政府信息公开工作年度报告`);
}

function head(draft: Draft, random: Random, weight: number): string {
  return [
    '<head>',
    charset,
    `<title>${escapeHtml(draft.title)}_${draft.organ.place.name}人民政府门户网站</title>`,
    `<meta name="SiteName" content="${draft.organ.place.name}人民政府门户网站">`,
    '<meta name="ColumnName" content="政府信息公开年报">',
    styleSheet(random, weight * 0.2),
    script(random, weight * 0.3),
    '</head>',
  ].join('\n');
}

/** A government portal: menu, breadcrumb, side lists, share bar, footer, and as much script and style as `weight` says. */
export const portal =
  (weight: number): Frame =>
  (article, draft, random) => {
    const related = otherTitles(draft, random, 6);
    return `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN">
<html>${head(draft, random, weight)}
<body>
<div id="top"><div class="logo"></div>${list(menu, random)}<input type="text" value="请输入关键字"><div class="date">今天是 星期三</div></div>
<div class="pos">当前位置：<a href="/">首页</a>&nbsp;&gt;&nbsp;<a href="/zwgk/">政务公开</a>&nbsp;&gt;&nbsp;政府信息公开年报</div>
<table width="1200" border="0" align="center"><tr><td width="220" valign="top"><div class="side">${list(columns, random)}</div></td><td valign="top">
<div class="article"><div id="zoom"><!--StartFragment-->
${article}
<!--EndFragment--></div></div>
<div class="prev">上一篇：<a href="/a.html">${related[0] ?? ''}</a></div><div class="next">下一篇：<a href="/b.html">${related[1] ?? ''}</a></div>
<div class="share">分享到：微信 微博 QQ空间 【打印】 【关闭】</div></td></tr></table>
<div class="related"><h3>相关链接</h3>${list(related, random)}</div>
<div id="foot"><p>主办单位：${draft.organ.place.name}人民政府办公室　网站标识码：${draft.organ.place.code}0001</p><p>备案序号：00000000号　建议使用1024×768分辨率浏览</p></div>
${script(random, weight * 0.4)}
<img alt="" src="data:image/png;base64,${'iVBORw0KGgo'.repeat(Math.floor((weight * 0.1) / 11))}">
</body></html>
`;
  };
