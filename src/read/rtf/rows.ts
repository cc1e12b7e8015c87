import type { Merge } from '../flow/rows.ts';
import type { RowEdges } from '../flow/table-levels.ts';

/** A row as `\trowd … \cellx…` defines it: edges in twips. */
export class RowDefinition implements RowEdges {
  readonly cells: { readonly right: number; readonly merge: Merge; readonly mergedLeft: boolean }[] = [];
  left = 0;
  private merge: Merge = 'none';
  private mergedLeft = false;

  /** A control word of the definition; others are ignored. */
  word(name: string, value: number | null): void {
    if (name === 'trleft') this.left = value ?? 0;
    else if (name === 'clvmgf') this.merge = 'start';
    else if (name === 'clvmrg') this.merge = 'down';
    else if (name === 'clmrg') this.mergedLeft = true;
    else if (name === 'cellx') {
      this.cells.push({ right: value ?? 0, merge: this.merge, mergedLeft: this.mergedLeft });
      this.merge = 'none';
      this.mergedLeft = false;
    }
  }
}
