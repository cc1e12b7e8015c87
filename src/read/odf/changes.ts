import type { Attributes } from '../xml.ts';

/** Tracked changes (OpenDocument 5.5): what was deleted stands either in its region, or still in the text between two marks. */
export class TrackedChanges {
  private readonly deletions = new Set<string>();
  private readonly begun = new Set<string>();
  private region = '';

  /** Whether the text here was deleted. */
  get isDeleted(): boolean {
    return this.begun.size > 0;
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'text:changed-region') this.region = attributes.id ?? '';
    else if (name === 'text:deletion') this.deletions.add(this.region);
    else if (name === 'text:change-start' && this.deletions.has(attributes['change-id'] ?? ''))
      this.begun.add(attributes['change-id'] ?? '');
    else if (name === 'text:change-end') this.begun.delete(attributes['change-id'] ?? '');
  }
}
