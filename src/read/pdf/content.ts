import { type Box, boxAround, clipRules, common, paintOver, stands } from './clip.ts';
import type { PageContent } from './glyph.ts';
import { type IsShown, Layers } from './layers.ts';
import { apply, type Matrix, multiply } from './matrix.ts';
import { isWhite, paintsOver, rulesOfPath } from './rules.ts';
import { type FontMetrics, glyphOf, identity, isNumber, leastInk, matrixOf, newState, noFont, numberAt, type State } from './state.ts';

/** Operators of a page as pdf.js lists them, by name. */
export interface Operation {
  readonly name: string;
  readonly args: readonly unknown[];
}

const mostLooks = 1_000_000;

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
  private isClipping = false;
  /** Characters that may still be looked at for being painted over. */
  private looks = mostLooks;
  private readonly layers: Layers;

  constructor(page: Matrix, fontOf: (name: string) => FontMetrics, isShown: IsShown = () => true) {
    this.fontOf = fontOf;
    this.layers = new Layers(isShown);
    this.state = newState(page);
  }

  draw({ name, args }: Operation): void {
    if (name === 'clip' || name === 'eoClip') this.isClipping = true;
    else if (name === 'constructPath') this.drawPath(args);
    else if (!this.drawState(name, args) && !this.drawText(name, args)) this.layers.draw(name, args);
  }

  private drawState(name: string, args: readonly unknown[]): boolean {
    if (name === 'save' || name === 'beginGroup') this.save();
    else if (name === 'restore' || name === 'endGroup' || name === 'paintFormXObjectEnd' || name === 'endAnnotation') this.restore();
    else if (name === 'transform') this.transform(matrixOf(args));
    else if (name === 'paintFormXObjectBegin') {
      this.save();
      this.transform(matrixOf(args[0]));
      this.clipTo(boxAround(this.state.matrix, args[1]));
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
      if (name === 'ca' && isNumber(value)) this.state.alpha = value;
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
    const [dx, dy] = apply(matrix, [size * scale < 0 ? -1 : 1, 0], true);
    const turn = (Math.round((Math.atan2(dy, dx) * 1800) / Math.PI) / 10 + 360) % 360;
    const unit = Math.hypot(dx, dy) * scale;
    const height = Math.hypot(...apply(matrix, [0, size], true));
    const hidden = mode === 3 || mode === 7;
    const unlike = hidden || isWhite(fill) || alpha < leastInk;
    this.run++;
    for (const item of run) {
      if (isNumber(item)) {
        if (Math.abs(item) > 100) this.run++;
        this.advance((-item * size) / 1000);
      } else {
        const glyph = glyphOf(item, font);
        const width = glyph.width * font.unit * size;
        const origin: readonly [number, number] = font.vertical
          ? [this.at[0] - width / 2, this.at[1] - Math.abs(size)]
          : [this.at[0], this.at[1] + rise];
        const [x, y] = apply(matrix, origin);
        const place = { x, y, width: Math.abs(width * unit), size: height, turn };
        if (glyph.text !== '' && !this.layers.isHidden && stands(place, this.state.clip))
          this.content.glyphs.push({ ...place, text: glyph.text, hidden, unlike, run: this.run });
        this.advance((font.vertical ? -Math.abs(size) : width) + characterSpace + (glyph.isSpace ? wordSpace : 0));
      }
    }
  }

  private advance(by: number): void {
    const { font, scale } = this.state;
    this.at = font.vertical ? [this.at[0], this.at[1] + by] : [this.at[0] + by * scale, this.at[1]];
  }

  /** A path is painted, and may clip what is painted after it (8.5.4). */
  private drawPath([operation, data, corners]: readonly unknown[]): void {
    const { state } = this;
    const box = boxAround(state.matrix, corners);
    const path: unknown = Array.isArray(data) ? data[0] : null;
    if (path instanceof Float32Array && isNumber(operation) && !this.layers.isHidden) {
      const known = this.content.rules.length;
      rulesOfPath(path, operation, state, this.content.rules);
      clipRules(this.content.rules, known, state.clip);
      const covers = box && paintsOver(path, operation, state);
      if (covers) this.looks -= this.content.glyphs.length;
      if (covers && this.looks >= 0) paintOver(this.content.glyphs, common(box, state.clip));
    }
    if (this.isClipping) this.clipTo(box);
    this.isClipping = false;
  }

  private clipTo(box: Box | null): void {
    if (box) this.state.clip = common(this.state.clip, box);
  }
}
