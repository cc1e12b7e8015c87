import type { Sense } from '../labels/vocabulary.ts';
import type { BlankToken, LabelToken, Token, ValueToken } from '../tokens/token.ts';
import { atomOf, headerOf, type PrintedRow } from './row.ts';

// Table 4 printed downwards: its outcomes are labels of lines, one figure a line and remedy below remedy, or the three remedies side by side.

const outcomes = ['upheld', 'corrected', 'other', 'pending', 'total'];
const remedies = ['review', 'litigation_direct', 'litigation_after_review'];

type Figure = ValueToken | BlankToken;

/** An outcome as the label of figures, and the remedies named since the outcome before. */
interface Line {
  readonly label: LabelToken;
  readonly named: readonly Sense[];
  readonly figures: Figure[];
}

const senseOf = (token: LabelToken, kind: Sense['kind']): Sense | undefined =>
  token.senses.find((sense) => sense.table === 'remedies' && sense.kind === kind);

/** Lines of outcomes with what stands behind each; null where words, or figures before the first outcome, say that it is no such table. */
function linesOf(tokens: readonly Token[]): readonly Line[] | null {
  const lines: Line[] = [];
  let named: Sense[] = [];
  for (const token of tokens) {
    const last = lines.at(-1);
    if (token.kind === 'text' ? token.characters > 0 : token.kind === 'section') return null;
    if (token.kind === 'label') {
      const name = senseOf(token, 'row');
      if (name) named.push(name);
      else if (senseOf(token, 'column')) {
        if (lines.length === outcomes.length * remedies.length) return null;
        lines.push({ label: token, named, figures: [] });
        named = [];
      }
    } else if (token.kind === 'value') {
      if (!last || named.length > 0) return null;
      last.figures.push(token);
    } else if (token.kind === 'blank' && last && last.label.segment.row === token.segment.row) last.figures.push(token);
  }
  return named.length > 0 ? null : lines;
}

/** Whether lines name the outcomes in the order of the form, over and over, with as many figures each. */
const areOutcomes = (lines: readonly Line[], figures: number): boolean =>
  lines.every((line, at) => senseOf(line.label, 'column')?.code === outcomes[at % outcomes.length] && line.figures.length === figures);

/** The remedies whose lines follow one another, or whose figures stand side by side; null where they are not those of the form, in its order. */
function remediesOf(lines: readonly Line[]): readonly Sense[] | null {
  const named = lines.flatMap((line) => line.named);
  const first = named.filter(({ code }, at) => at === 0 || code !== named[at - 1]?.code);
  const isWhole = first.length === remedies.length && first.every(({ code }, at) => code === remedies[at]);
  if (!isWhole) return null;
  if (lines.length === outcomes.length) return lines[0]?.named.length === named.length ? first : null;
  // A name is printed above the first of its lines, and perhaps beside each of them.
  return lines.every(({ named: own }, at) => {
    const code = remedies[Math.floor(at / outcomes.length)];
    return (own.length > 0 || at % outcomes.length > 0) && own.every((name) => name.code === code);
  })
    ? first
    : null;
}

/** The rows of a table 4 that is printed downwards, one a remedy under a head of the outcomes; null where the table is no such. */
export function downwardRows(tokens: readonly Token[], text: string): readonly PrintedRow[] | null {
  const lines = linesOf(tokens);
  if (!lines) return null;
  const isWide = lines.length === outcomes.length && areOutcomes(lines, remedies.length);
  const isLong = lines.length === outcomes.length * remedies.length && areOutcomes(lines, 1);
  const named = isWide || isLong ? remediesOf(lines) : null;
  if (!named) return null;
  const header = lines.slice(0, outcomes.length).map(({ label }) => ({
    ...headerOf(
      label,
      text,
      label.senses.filter(({ table, kind }) => table === 'remedies' && kind === 'column'),
    ),
    column: -1,
  }));
  return named.map((sense, at): PrintedRow => {
    const own = isWide
      ? lines.map(({ figures }) => figures[at])
      : lines.slice(at * outcomes.length, (at + 1) * outcomes.length).map(({ figures }) => figures[0]);
    const figures = own.filter((figure) => figure !== undefined);
    const [{ line = 0, block = 0 } = {}] = figures.map(({ segment }) => segment);
    const atoms = figures.map((figure) => ({ ...atomOf(figure, null), column: -1, even: null }));
    const row = { sense, label: sense.code, enumerator: null, line, block, shared: false, valuesBefore: false, misspelt: false };
    return { ...row, atoms, cells: null, header: at === 0 ? header : [], group: sense.code, under: sense.code };
  });
}
