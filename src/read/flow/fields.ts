import { shownObject } from '../characters/object.ts';

/** A field that is open: its code while that is being told, and what it shows where it has no result. */
interface OpenField {
  inCode: boolean;
  isShown: boolean;
  code: string;
  readonly entries: string[];
  chosen: number;
}

const longestCode = 40;

/** The fields a text lies in (ECMA-376 17.16.18): their codes are not shown, nor the results of fields inside a code. */
export class OpenFields {
  /** The innermost last. */
  private readonly fields: OpenField[] = [];
  private codes = 0;

  /** Whether nothing is shown here. */
  get isCode(): boolean {
    return this.codes > 0;
  }

  /** A mark that begins a field, separates its code from its result, or ends it; gives what the field shows then. */
  mark(kind: string | undefined): string {
    if (kind === 'begin') {
      this.fields.push({ inCode: true, isShown: false, code: '', entries: [], chosen: 0 });
      this.codes++;
    } else if (kind === 'separate' || kind === 'end') {
      const field = this.fields.at(-1);
      if (field?.inCode) this.codes--;
      if (field) field.inCode = false;
      if (kind === 'end') this.fields.pop();
      if (kind === 'end' && field?.isShown) this.show();
      if (kind === 'end' && field && !field.isShown && this.codes === 0) return shownBy(field);
    }
    return '';
  }

  /** Text of the code of the innermost field. */
  tell(code: string): void {
    const field = this.fields.at(-1);
    if (field && field.code.length < longestCode) field.code += code;
  }

  /** Text is shown as the result of the innermost field; when that ends, of the one around it. */
  show(): void {
    const field = this.fields.at(-1);
    if (field) field.isShown = true;
  }

  /** A list to choose from (17.16.9): an entry, or the number of the one that is chosen. */
  choice(name: string, value = ''): boolean {
    const field = this.fields.at(-1);
    if (name === 'w:listEntry') field?.entries.push(value);
    else if (name === 'w:result' && field) field.chosen = Number.parseInt(value, 10) || 0;
    else return false;
    return true;
  }
}

/** What a field shows that has no text as its result: the chosen entry of a list, or what its code draws. */
function shownBy({ code, entries, chosen }: OpenField): string {
  if (entries.length > 0) return entries[chosen] ?? shownObject;
  return /^\s*(?:EQ|FORMDROPDOWN)\b/i.test(code) ? shownObject : '';
}
