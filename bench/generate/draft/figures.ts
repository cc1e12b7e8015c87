import type { Form, FormGroup, FormTable, TableCode } from '../../../schemas/forms/index.ts';
import { forms } from '../../../schemas/forms/index.ts';
import type { Random } from '../random.ts';

/** True figures of a table by cell code, before any printing. */
export type Figures = ReadonlyMap<string, number>;

/** Printed subtotals of table 3: the optional row and the rows it sums. */
export const subtotalRows = ['denied_total', 'unavailable_total', 'unprocessed_total', 'other_total'] as const;

/** The five columns that 法人或其他组织小计 sums. */
export const organizationColumns = ['business', 'research', 'public_welfare', 'legal_service', 'other_organization'] as const;

const applicants = ['natural_person', ...organizationColumns] as const;

/** A table of a printed form; throws on a name no form has. */
export function formTable(id: string, table: TableCode): FormTable {
  const form: Form | undefined = forms.find((candidate) => candidate.id === id);
  const found = form?.tables.find((candidate) => candidate.table === table);
  if (!found) throw new Error(`form ${id} prints no table ${table}`);
  return found;
}

/** The one group of rows of tables 3 and 4. */
export function onlyGroup(table: FormTable): FormGroup {
  const [group] = table.groups;
  if (!group) throw new Error(`table ${table.table} has no rows`);
  return group;
}

/** Split a whole into parts, most of them zero, as applications spread over outcomes. */
function spread(random: Random, whole: number, parts: number): number[] {
  const shares = Array.from({ length: parts }, () => (random.chance(0.45) ? random.next() ** 2 : 0));
  const sum = shares.reduce((total, share) => total + share, 0);
  const amounts = shares.map((share) => (sum > 0 ? Math.floor((share / sum) * whole) : 0));
  const rest = whole - amounts.reduce((total, amount) => total + amount, 0);
  const index = random.int(0, parts - 1);
  amounts[index] = (amounts[index] ?? 0) + rest;
  return amounts;
}

/** Table 3: every column balances (A01), outcomes add up (A02), applicants add up (A03). `size` is the expected number of applications. */
export function applicationFigures(random: Random, id: string, size: number): Figures {
  const rows = onlyGroup(formTable(id, 'applications')).rows;
  const results = rows.filter((row) => row.role === 'result');
  const figures = new Map<string, number>();
  const add = (row: string, column: string, value: number) => {
    for (const code of [`applications.${row}.${column}`, `applications.${row}.total`]) figures.set(code, (figures.get(code) ?? 0) + value);
  };
  for (const column of applicants) {
    const share = column === 'natural_person' ? 0.6 + random.next() * 0.4 : random.chance(0.35) ? random.next() * 0.15 : 0;
    const received = Math.round(size * share);
    const carriedIn = random.chance(0.6) ? Math.floor(received * random.next() * 0.1) : 0;
    const carriedOut = random.chance(0.6) ? Math.floor((received + carriedIn) * random.next() * 0.12) : 0;
    const processed = received + carriedIn - carriedOut;
    const outcomes = spread(random, processed, results.length);
    add('new_received', column, received);
    add('carried_in', column, carriedIn);
    results.forEach((row, index) => {
      add(row.code, column, outcomes[index] ?? 0);
    });
    add('processed_total', column, processed);
    add('carried_out', column, carriedOut);
  }
  return figures;
}

/** Table 4: outcomes add up to the total of each kind of case (M01). */
export function remedyFigures(random: Random, size: number): Figures {
  const figures = new Map<string, number>();
  for (const row of ['review', 'litigation_direct', 'litigation_after_review']) {
    let total = 0;
    for (const column of ['upheld', 'corrected', 'other', 'pending']) {
      const value = random.chance(0.55) ? 0 : random.skewed(0, Math.max(1, Math.ceil(size / 20)));
      figures.set(`remedies.${row}.${column}`, value);
      total += value;
    }
    figures.set(`remedies.${row}.total`, total);
  }
  return figures;
}

/** How busy an organ is: the order of magnitude of its decisions and documents. */
export interface Busyness {
  readonly decisions: number;
  readonly documents: number;
  readonly makesRules: boolean;
}

/** Table 2 of 2021: what is in force and repealed covers what was issued (D02). */
function disclosure2021(random: Random, busy: Busyness): Figures {
  const figures = new Map<string, number>();
  for (const row of ['regulations', 'normative_documents']) {
    const any = row === 'regulations' ? busy.makesRules : true;
    const issued = any ? random.skewed(0, busy.documents) : 0;
    const repealed = any && random.chance(0.5) ? random.skewed(0, busy.documents) : 0;
    const inForce = any ? Math.max(0, issued - repealed) + random.skewed(0, busy.documents * 8) : 0;
    figures.set(`disclosure.${row}.issued_this_year`, issued);
    figures.set(`disclosure.${row}.repealed_this_year`, repealed);
    figures.set(`disclosure.${row}.in_force`, inForce);
  }
  for (const row of ['licensing', 'penalties', 'coercion']) {
    figures.set(`disclosure.${row}.decisions`, random.chance(0.25) ? 0 : random.skewed(0, busy.decisions));
  }
  const fees = random.chance(0.45) ? 0 : random.skewed(1, 9_000_000) / random.pick([1, 100, 10_000]);
  figures.set('disclosure.fees.amount', random.chance(0.02) ? random.skewed(1, 90_000_000_000) / 1_000_000 : fees);
  return figures;
}

/** Table 2 of 2019: catalogues never fall below zero (D12), decisions need a catalogue (D15), amounts need projects (D14). */
function disclosure2019(random: Random, busy: Busyness): Figures {
  const figures = new Map<string, number>();
  for (const row of ['regulations', 'normative_documents']) {
    const any = row === 'regulations' ? busy.makesRules : true;
    const made = any ? random.skewed(0, busy.documents) : 0;
    const disclosed = made === 0 ? 0 : random.int(Math.floor(made / 2), made);
    figures.set(`disclosure.${row}.made_this_year`, made);
    figures.set(`disclosure.${row}.disclosed_this_year`, disclosed);
    figures.set(`disclosure.${row}.disclosed_total`, any ? disclosed + random.skewed(0, busy.documents * 8) : 0);
  }
  for (const row of ['licensing', 'other_external_services', 'penalties', 'coercion', 'fees']) {
    const before = random.chance(0.25) ? 0 : random.skewed(1, 900);
    const change = random.chance(0.45) ? 0 : random.int(-Math.min(40, before), 60);
    figures.set(`disclosure.${row}.items_prior_year`, before);
    figures.set(`disclosure.${row}.items_change`, change);
    const decisions = before + change === 0 || random.chance(0.2) ? 0 : random.skewed(0, busy.decisions);
    if (row !== 'fees') figures.set(`disclosure.${row}.decisions`, decisions);
  }
  const projects = random.chance(0.3) ? 0 : random.skewed(1, 200);
  figures.set('disclosure.procurement.projects', projects);
  figures.set('disclosure.procurement.amount', projects === 0 ? 0 : random.skewed(100_000, 9_000_000_000) / 100);
  return figures;
}

/** Figures of table 2 in the form with this id. */
export function disclosureFigures(random: Random, id: string, busy: Busyness): Figures {
  return id === '2019' ? disclosure2019(random, busy) : disclosure2021(random, busy);
}
