import type { Hints } from '../../model.ts';

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
  /** Open `a` elements, with the address and the text of the last. */
  open = 0;
  href = '';
  private text = '';

  /** A whole `meta` or `link` element. The more specific title goes first. */
  field(element: string, { name = '', property = '', content, rel, href }: Readonly<Record<string, string>>): void {
    if (element === 'link' && rel === 'canonical') this.address = href ?? null;
    if (!content) return;
    const key = name || property;
    if (metaTitles.test(key)) this.titles.unshift(content);
    else if (metaPublishers.test(key)) this.publishers.push(content);
    else if (metaDates.test(key)) this.published.push(content);
  }

  openLink(): void {
    this.open++;
    this.href = '';
    this.text = '';
  }

  /** Text as it is met; how much of it is a link. */
  characters(text: string): number {
    if (this.open === 0) return 0;
    this.text += text;
    return text.length;
  }

  closeLink(): void {
    this.open = Math.max(0, this.open - 1);
    this.links++;
    this.linkedCharacters += this.text.length;
    if (document.test(this.href)) this.attachments.push({ name: this.text.trim(), href: this.href });
  }
}
