import { superscript } from '../characters/superscript.ts';
import { LookSeparator } from '../flow/look-separator.ts';
import type { Attributes } from '../xml.ts';

/** The text of a cell or a shared string: its runs joined (ECMA-376 18.4), phonetic guides left out. */
export class RunsOfText {
  text = '';
  private inText = false;
  private phonetic = false;
  private raised = false;
  private isStruck = false;
  private separator = new LookSeparator();

  /** Begin another text. */
  begin(): void {
    this.text = '';
    this.separator = new LookSeparator();
  }

  open(name: string, { val }: Attributes): void {
    if (name === 'x:t') this.inText = true;
    else if (name === 'x:rPh') this.phonetic = true;
    else if (name === 'x:vertAlign') this.raised = val === 'superscript';
    else if (name === 'x:strike') this.isStruck = val === undefined || val === '1' || val === 'true';
  }

  close(name: string): void {
    if (name === 'x:t') this.inText = false;
    else if (name === 'x:rPh') this.phonetic = false;
    else if (name === 'x:r') this.raised = this.isStruck = false;
  }

  hear(text: string): void {
    if (this.inText && !this.phonetic) this.text += this.separator.add(this.text, this.raised ? superscript(text) : text, this.isStruck);
  }
}
