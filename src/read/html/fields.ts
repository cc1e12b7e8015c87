// The fields of a form in a page: a page printed from one holds its figures in them.

/** Kinds of `input` that show no value, or another than is meant (HTML 4.10.5.1); any other is a line of text. */
const valueless = /^(?:hidden|button|submit|reset|image|checkbox|radio|file|password|color|range)$/i;
/** A field of a table's cell holds no more; a longer one keeps an article for a script. */
const mostShown = 60;
const figure = /^[\d,.\s]+$/;

/** What an `input` shows. */
export const shownValue = ({ type = 'text', value = '' }: Readonly<Record<string, string>>): string => (valueless.test(type) ? '' : value);

/** A field with an end tag while it is read: a text area, a list to choose from, a button. */
export class OpenBox {
  private readonly name: string;
  private text = '';
  /** What the list shows: the chosen option, else the first. */
  private options = 0;
  private chosen = '';
  private isSettled = false;

  constructor(name: string) {
    this.name = name;
  }

  characters(data: string): void {
    this.text += data;
  }

  beginOption(): void {
    this.text = '';
  }

  endOption({ selected }: Readonly<Record<string, string>>): void {
    if (!this.isSettled && (this.options === 0 || selected !== undefined)) this.chosen = this.text;
    this.isSettled ||= selected !== undefined;
    this.options++;
  }

  /** What it shows; null where that is not known, or is no part of the cell: what a button does. */
  shown(): string | null {
    const isList = this.name === 'select';
    const text = (isList ? this.chosen : this.text).trim();
    const isTold = isList ? this.options > 0 : this.name === 'textarea' || figure.test(text);
    return isTold && text.length <= mostShown ? text : null;
  }
}
