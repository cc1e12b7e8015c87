import type { Hints } from '../model.ts';

const metaTitles = /^(articletitle|title|og:title|dc\.title|pagetitle)$/i;
const metaPublishers = /^(contentsource|source|author|publisher|sitename|og:site_name)$/i;
const metaDates = /^(pubdate|publishdate|article:published_time|date|firstpublishedtime)$/i;
const document = /\.(docx?|wps|pdf|xlsx?|rtf|od[ts]|ofd|zip|rar)\b/i;

/** What a page says outside its text: titles, fields and links, as they are met. */
export class PageHints implements Hints {
  readonly titles: string[] = [];
  readonly publishers: string[] = [];
  readonly published: string[] = [];
  address: string | null = null;
  readonly attachments: { readonly name: string; readonly href: string }[] = [];
  links = 0;
  linkedCharacters = 0;

  /** A whole `meta` or `link` element. The more specific title goes first. */
  field(element: string, { name = '', property = '', content, rel, href }: Readonly<Record<string, string>>): void {
    if (element === 'link' && rel === 'canonical') this.address = href ?? null;
    if (!content) return;
    const key = name || property;
    if (metaTitles.test(key)) this.titles.unshift(content);
    else if (metaPublishers.test(key)) this.publishers.push(content);
    else if (metaDates.test(key)) this.published.push(content);
  }

  /** A whole `a` element. */
  link(href: string, text: string): void {
    this.links++;
    this.linkedCharacters += text.length;
    if (document.test(href)) this.attachments.push({ name: text.trim(), href });
  }
}
