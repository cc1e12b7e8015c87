import type { CheckId } from '../../schemas/checks.ts';
import type { CheckOutcome, CheckResult, Mention } from '../../schemas/report.ts';
import { type Cells, type CheckFacts, type Operand, parts } from './facts.ts';
import { equal, missing, plain, result } from './result.ts';
import { roundingOf } from './rounding.ts';

interface Comparison {
  readonly id: CheckId;
  readonly instance: string;
  readonly mention: Mention;
  /** The cells added up that the mention must equal; any one list will do. */
  readonly cells: readonly (readonly string[])[];
}

const lawsuits = ['remedies.litigation_direct.total', 'remedies.litigation_after_review.total'];

/** The cell that holds what a mention tells: a row alone means its total. */
function cellOf(code: string): string {
  return /^applications\.[a-z_]+$/.test(code) ? `${code}.total` : code;
}

/** Which check a mention belongs to and what it is compared with (domain 3.6); null where no cell tells the same. */
function comparison(mention: Mention, cells: Cells): Comparison | null {
  const { code, negated } = mention;
  const one = (id: CheckId, ...lists: readonly (readonly string[])[]): Comparison => ({ id, instance: code, mention, cells: lists });
  const received = 'applications.new_received.total';
  if (code === 'applications.new_received')
    return negated ? one('N06', [received]) : one('N01', [received], [received, 'applications.carried_in.total']);
  if (code === 'applications.processed_total') return one('N02', ['applications.processed_total.total']);
  if (code === 'applications.carried_out') return one('N03', ['applications.carried_out.total']);
  if (code === 'disclosure.normative_documents.in_force')
    return one('N07', [
      cells.has('disclosure.normative_documents.disclosed_total') ? 'disclosure.normative_documents.disclosed_total' : code,
    ]);
  if (/^remedies\.[a-z_]+\.total$/.test(code)) {
    const totals = code === 'remedies.litigation.total' ? lawsuits : [code];
    return one(negated ? 'N11' : 'N05', totals);
  }
  const cell = cellOf(code);
  return cells.has(cell) ? one('N04', [cell]) : null;
}

const total = (operands: readonly Operand[]): number => operands.reduce((sum, { value }) => sum + (value ?? 0), 0);

/** Does a sum of cells round to what is told in 万 or 亿? */
const rounds = (sum: number, mention: Mention): boolean => Math.abs(sum - mention.value) <= roundingOf(mention);

/** Prose tells money in 元. The form prints no unit for procurement: where the page prints none either, its amount is taken as printed. */
function operandOf(code: string, cells: Cells): Operand {
  const asPrinted = code === 'disclosure.procurement.amount' && cells.get(code)?.unit === null;
  return code.endsWith('.amount') && !asPrinted ? cells.amount(code, 'CNY') : cells.operand(code);
}

/** A rounded number (近, 余) can agree with a cell but not contradict it. */
function outcomeOf(mention: Mention, agrees: boolean): CheckOutcome {
  if (agrees) return 'pass';
  return mention.approximate ? 'not_assessable' : 'fail';
}

function compare({ id, instance, mention, cells: lists }: Comparison, cells: Cells, single: boolean): CheckResult {
  const label = single ? undefined : instance;
  const sides = lists.map((codes) => codes.map((code) => operandOf(code, cells)));
  const known = sides.filter((operands) => operands.every(({ value }) => value !== null));
  const first = known[0];
  const told = `${mention.code} ${mention.negated ? 'none' : plain(mention.value)}`;
  const match =
    known.find((operands) => equal(total(operands), mention.value)) ?? known.find((operands) => rounds(total(operands), mention));
  if (!first || (known.length < sides.length && !match)) {
    const message = `${told}; ${missing([...new Map(sides.flat().map((operand) => [operand.code, operand])).values()], (code) => code)}`;
    return result(id, { instance: label, outcome: 'not_assessable', left: mention.value, message });
  }
  const compared = match ?? first;
  const sum = total(compared);
  const sign = !match ? '≠' : equal(sum, mention.value) ? '=' : '≈';
  const cellsText = compared.map(({ code, value }) => `${code} ${plain(value ?? 0)}`).join(' + ');
  const message = `${told} ${sign} ${cellsText}${compared.length > 1 ? ` = ${plain(sum)}` : ''}`;
  return result(id, { instance: label, outcome: outcomeOf(mention, match !== undefined), left: mention.value, right: sum, message });
}

/** What an instance is called: the row of N05 and N11, the code otherwise; a number behind it where the code comes again. */
function named(comparisons: readonly Comparison[]): readonly Comparison[] {
  const seen = new Map<string, number>();
  return comparisons.map((each) => {
    const name = each.id === 'N05' || each.id === 'N11' ? parts(each.instance).row : each.instance;
    const times = (seen.get(`${each.id} ${name}`) ?? 0) + 1;
    seen.set(`${each.id} ${name}`, times);
    return { ...each, instance: times === 1 ? name : `${name}#${times}` };
  });
}

/** N01 to N07 and N11: what the prose tells against what the tables print. A mention without a cell of its own is not compared. */
export function proseChecks({ mentions }: CheckFacts, cells: Cells): CheckResult[] {
  const comparisons = named(mentions.flatMap((mention) => comparison(mention, cells) ?? []));
  return comparisons.map((each) => compare(each, cells, comparisons.filter(({ id }) => id === each.id).length === 1));
}
