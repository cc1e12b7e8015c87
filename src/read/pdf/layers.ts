/** Whether a group of optional content is shown, as pdf.js tells it (ISO 32000-1, 8.11). */
export type IsShown = (group: unknown) => boolean;

/** The marked content that is open, and whether a layer of it is switched off. */
export class Layers {
  private readonly isShown: IsShown;
  private readonly open: boolean[] = [];
  private hidden = 0;

  constructor(isShown: IsShown) {
    this.isShown = isShown;
  }

  get isHidden(): boolean {
    return this.hidden > 0;
  }

  /** Marked content begins or ends; false where the operator is another. */
  draw(name: string, [tag, group]: readonly unknown[]): boolean {
    if (name === 'beginMarkedContentProps' || name === 'beginMarkedContent') {
      const hides = tag === 'OC' && typeof group === 'object' && group !== null && !this.isShown(group);
      this.open.push(hides);
      if (hides) this.hidden++;
    } else if (name === 'endMarkedContent') {
      if (this.open.pop()) this.hidden--;
    } else return false;
    return true;
  }
}
