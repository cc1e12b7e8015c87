import { type Division, divisionsNamed, longestNameAt, type Naming, within } from './divisions.ts';

/** A reading of the divisions at the start of a name: 内江市 + 隆昌 in 内江市隆昌生态环境局. */
export interface Chain {
  /** Characters taken. */
  readonly end: number;
  /** Divisions the last name of the chain may mean. */
  readonly divisions: readonly Division[];
  /** Whether its last name stands without its ending (隆昌 for 隆昌市). */
  readonly stem: boolean;
  /** Whether a division above it is named too. */
  readonly nested: boolean;
}

const shortestName = 2;

interface Step {
  readonly end: number;
  readonly naming: Naming;
  readonly outer: Step | null;
}

function stepsAt(text: string, at: number, outer: Step | null, steps: Step[]): void {
  for (let length = Math.min(longestNameAt(text, at), text.length - at); length >= shortestName; length--) {
    for (const naming of divisionsNamed(text.slice(at, at + length))) {
      if (outer && !within(naming.division.code, outer.naming.division.code)) continue;
      const step = { end: at + length, naming, outer };
      steps.push(step);
      // Below a stem only a full name follows: 福建 + 福州市, never 福建 + 福州.
      if (naming.division.level !== 'county') stepsAt(text, step.end, step, steps);
    }
  }
}

/** Stems count at the top only where a division within them follows in full. */
function sound({ naming, outer }: Step): boolean {
  if (naming.form === 'stem') return outer !== null && outer.naming.form !== 'stem';
  return outer === null || outer.outer === null || outer.naming.form !== 'stem' || outer.outer.naming.form !== 'stem';
}

/** Whether the name of a division, in full or short, starts at a place of a text. */
export function placeAt(text: string, at: number): boolean {
  for (let length = Math.min(longestNameAt(text, at), text.length - at); length >= shortestName; length--)
    if (divisionsNamed(text.slice(at, at + length)).some(({ form }) => form !== 'stem')) return true;
  // A stem begins a name where a division within it follows: 福建福州市.
  return longestNameAt(text, at) > 0 && chainsOf(text.slice(at, at + longestChain)).some(({ stem }) => !stem);
}

const longestChain = 30;

/** Every reading of the divisions a text starts with, the longest first. */
export function chainsOf(text: string): readonly Chain[] {
  const steps: Step[] = [];
  stepsAt(text, 0, null, steps);
  const byEnd = new Map<string, { step: Step; divisions: Division[] }>();
  for (const step of steps) {
    if (!sound(step)) continue;
    const key = `${step.end}${step.naming.form === 'stem' ? 's' : ''}${step.outer ? 'n' : ''}`;
    const known = byEnd.get(key);
    if (!known) byEnd.set(key, { step, divisions: [step.naming.division] });
    else if (!known.divisions.includes(step.naming.division)) known.divisions.push(step.naming.division);
  }
  return [...byEnd.values()]
    .map(({ step, divisions }) => ({ end: step.end, divisions, stem: step.naming.form === 'stem', nested: step.outer !== null }))
    .sort((a, b) => b.end - a.end || Number(b.nested) - Number(a.nested) || Number(a.stem) - Number(b.stem));
}

/** Divisions whose stem a text starts with, for organs that are named by it (厦门海关); the longest stem. */
export function stemsOf(text: string): Chain | null {
  for (let length = Math.min(longestNameAt(text, 0), text.length - 1); length >= shortestName; length--) {
    const divisions = divisionsNamed(text.slice(0, length)).flatMap(({ division, form }) => (form === 'stem' ? [division] : []));
    if (divisions.length) return { end: length, divisions, stem: true, nested: false };
  }
  return null;
}
