import { apply, type Matrix, multiply } from './matrix.ts';
import { isWhite, type Rule, rulesOfPath } from './rules.ts';
import { type FontMetrics, glyphOf, identity, isNumber, leastInk, matrixOf, newState, noFont, numberAt, type State } from './state.ts';

/** A character on a page: left end of its baseline, advance and size in points, y downwards; `turn` is its direction in degrees. */
export interface Glyph {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly turn: number;
  /** Drawn without ink: the recognised text of a scan. */
  readonly hidden: boolean;
  /** Not as other text stands: white, seen through, or struck out; never one number with what stands beside it. */
  readonly unlike: boolean;
  /** Characters drawn in one go have the same number. */
  readonly run: number;
}

/** What a page shows: characters in the order they are drawn, and straight rules. */
export interface PageContent {
  readonly glyphs: Glyph[];
  readonly rules: Rule[];
}

/** Operators of a page as pdf.js lists them, by name. */
export interface Operation {
  readonly name: string;
  readonly args: readonly unknown[];
}

/** Draws a page's operators (ISO 32000-1, 8.4 and 9.4) without a canvas: where each character and rule comes to stand. */
export class Drawing {
  readonly content: PageContent = { glyphs: [], rules: [] };
  private readonly fontOf: (name: string) => FontMetrics;
  private readonly stack: State[] = [];
  private state: State;
  private text: Matrix = identity;
  private line: readonly [number, number] = [0, 0];
  private at: readonly [number, number] = [0, 0];
  private run = 0;

  constructor(page: Matrix, fontOf: (name: string) => FontMetrics) {
    this.fontOf = fontOf;
    this.state = newState(page);
  }

  draw({ name, args }: Operation): void {
    if (!this.drawState(name, args) && !this.drawText(name, args) && name === 'constructPath') this.drawPath(args);
  }

  private drawState(name: string, args: readonly unknown[]): boolean {
    if (name === 'save' || name === 'beginGroup') this.save();
    else if (name === 'restore' || name === 'endGroup' || name === 'paintFormXObjectEnd' || name === 'endAnnotation') this.restore();
    else if (name === 'transform') this.transform(matrixOf(args));
    else if (name === 'paintFormXObjectBegin') {
      this.save();
      this.transform(matrixOf(args[0]));
    } else if (name === 'beginAnnotation') {
      this.save();
      this.transform(matrixOf(args[2]));
      this.transform(matrixOf(args[3]));
    } else if (name === 'setLineWidth') this.state.lineWidth = numberAt(args, 0);
    else if (name === 'setStrokeRGBColor') this.state.stroke = String(args[0]);
    else if (name === 'setFillRGBColor') this.state.fill = String(args[0]);
    else if (name === 'setGState') this.setGraphicsState(args[0]);
    else return false;
    return true;
  }

  private drawText(name: string, args: readonly unknown[]): boolean {
    const state = this.state;
    if (name === 'showText') this.show(args[0]);
    else if (name === 'beginText') this.place(identity);
    else if (name === 'setTextMatrix') this.place(matrixOf(args[0]));
    else if (name === 'moveText') this.move(numberAt(args, 0), numberAt(args, 1));
    else if (name === 'setLeadingMoveText') {
      state.leading = -numberAt(args, 1);
      this.move(numberAt(args, 0), numberAt(args, 1));
    } else if (name === 'nextLine') this.move(0, -state.leading);
    else if (name === 'setFont') this.setFont(args);
    else if (name === 'setCharSpacing') state.characterSpace = numberAt(args, 0);
    else if (name === 'setWordSpacing') state.wordSpace = numberAt(args, 0);
    else if (name === 'setHScale') state.scale = numberAt(args, 0) / 100;
    else if (name === 'setLeading') state.leading = numberAt(args, 0);
    else if (name === 'setTextRise') state.rise = numberAt(args, 0);
    else if (name === 'setTextRenderingMode') state.mode = numberAt(args, 0);
    else return false;
    return true;
  }

  private save(): void {
    if (this.stack.length < 10_000) this.stack.push({ ...this.state });
  }

  private restore(): void {
    this.state = this.stack.pop() ?? this.state;
  }

  private transform(matrix: Matrix): void {
    this.state.matrix = multiply(this.state.matrix, matrix);
  }

  private setGraphicsState(entries: unknown): void {
    if (!Array.isArray(entries)) return;
    for (const entry of entries) {
      const [name, value]: readonly unknown[] = Array.isArray(entry) ? entry : [];
      if (name === 'Font' && Array.isArray(value)) this.setFont(value);
      else if (name === 'ca' && isNumber(value)) this.state.alpha = value;
    }
  }

  private setFont(args: readonly unknown[]): void {
    this.state.font = typeof args[0] === 'string' ? this.fontOf(args[0]) : noFont;
    this.state.size = numberAt(args, 1);
  }

  private place(matrix: Matrix): void {
    this.text = matrix;
    this.line = [0, 0];
    this.at = [0, 0];
  }

  private move(x: number, y: number): void {
    this.line = [this.line[0] + x, this.line[1] + y];
    this.at = this.line;
  }

  /** Show a run of characters; numbers between them move the pen (9.4.3). */
  private show(run: unknown): void {
    if (!Array.isArray(run)) return;
    const { size, font, scale, characterSpace, wordSpace, rise, mode, fill, alpha } = this.state;
    const matrix = multiply(this.state.matrix, this.text);
    const [dx, dy] = apply(matrix, [1, 0], true);
    const turn = (Math.round((Math.atan2(dy, dx) * 180) / Math.PI) + 360) % 360;
    const unit = Math.hypot(dx, dy) * scale;
    const height = Math.hypot(...apply(matrix, [0, size], true));
    this.run++;
    for (const item of run) {
      if (isNumber(item)) {
        if (Math.abs(item) > 100) this.run++;
        this.advance((-item * size) / 1000);
      } else {
        const glyph = glyphOf(item);
        const width = glyph.width * font.unit * size;
        const origin: readonly [number, number] = font.vertical
          ? [this.at[0] - width / 2, this.at[1] - Math.abs(size)]
          : [this.at[0], this.at[1] + rise];
        const [x, y] = apply(matrix, origin);
        if (glyph.text !== '') {
          this.content.glyphs.push({
            text: glyph.text,
            x,
            y,
            width: Math.abs(width * unit),
            size: height,
            turn,
            hidden: mode === 3 || mode === 7,
            unlike: isWhite(fill) || alpha < leastInk,
            run: this.run,
          });
        }
        this.advance((font.vertical ? -Math.abs(size) : width) + characterSpace + (glyph.isSpace ? wordSpace : 0));
      }
    }
  }

  private advance(by: number): void {
    const { font, scale } = this.state;
    this.at = font.vertical ? [this.at[0], this.at[1] + by] : [this.at[0] + by * scale, this.at[1]];
  }

  private drawPath([operation, data]: readonly unknown[]): void {
    const path: unknown = Array.isArray(data) ? data[0] : null;
    if (!(path instanceof Float32Array) || !isNumber(operation)) return;
    rulesOfPath(path, operation, this.state, this.content.rules);
  }
}
