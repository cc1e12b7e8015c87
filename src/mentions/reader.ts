import { mentionKind } from '../../schemas/mentions.ts';
import type { Mention } from '../../schemas/report.ts';
import { append } from '../append.ts';
import type { Share } from '../check/facts.ts';
import { type Clause, type Span, sentences } from './clause.ts';
import { type Memory, remember } from './code.ts';
import { decide } from './decision.ts';
import { denials, mayDeny } from './denial.ts';
import { mayHoldNumber, type PrintedNumber } from './number.ts';
import type { Paragraph } from './paragraph.ts';
import { isNotThisYears } from './period.ts';
import { type Place, placesIn } from './place.ts';
import type { Platform } from './platform.ts';
import { isAnothers, type Whose } from './scope.ts';
import type { Frame } from './state.ts';
import { Page, Reading } from './surroundings.ts';
import { Topics } from './topics.ts';
import { Wholes } from './wholes.ts';

type Value = Omit<Mention, 'snippet' | 'section' | 'offset'>;

/** Words before the percentage of a part: 占, 占比为, 占申请总量的. */
const shareOf = /占(?:比|总?数?|全部|申请|总量|[^#,]{0,8}的)*(?:约|为|达)*$/;
/** Furniture of a page: its own counters are no mentions. */
const furniture = /^(?:浏览|阅读|点击|访问)(?:次数|量|数)?[:]|(?:来源|作者|字体|字号|发布机构|责任编辑)[:].*(?:浏览|阅读|点击|访问)/;
/** A new matter without a code: an elided object behind it is no longer the old one. */
const newMatter = /收到|接到|受理|承办|办理|办结|处理|接收|清理|审查|备案|(?:信访|来信|工单|热线|诉求|提案|许可|处罚)[^#,]{0,4}$/;
const longestSnippet = 60;

/** Reads paragraph after paragraph, in order; remembers what was told last. */
export class ProseReader {
  readonly mentions: Mention[] = [];
  readonly shares: Share[] = [];
  readonly #told = new Set<string>();
  readonly #topics = new Topics();
  readonly #wholes = new Wholes();
  readonly #whose: Whose;
  readonly #accounts: ReadonlyMap<string, Platform>;
  #memory: Memory = { stage: 'received', remedy: 'review' };
  #frame: Frame | null = null;
  #section = -1;

  constructor(whose: Whose, accounts: ReadonlyMap<string, Platform>) {
    this.#whose = whose;
    this.#accounts = accounts;
  }

  /** Read the next paragraph of the document. */
  read(paragraph: Paragraph): void {
    const read = paragraph.read.text;
    if (paragraph.section !== this.#section) {
      this.#section = paragraph.section;
      this.#frame = null;
      this.#topics.forget();
    }
    this.#topics.begin(read);
    if ((mayHoldNumber(read) || mayDeny.test(read)) && !furniture.test(read.slice(0, longestSnippet))) {
      const page = new Page(paragraph, this.#accounts);
      for (const span of sentences(read)) this.#sentence(page, span);
    }
    this.#topics.end();
  }

  #sentence(page: Page, span: Span): void {
    const text = page.read.slice(span.start, span.end);
    const [numbers, denies] = [mayHoldNumber(text), mayDeny.test(text)];
    if (!numbers && !denies) return;
    this.#wholes.begin(page.read, span.start);
    const reading = new Reading(page, span, this.#topics);
    const before = this.mentions.length;
    if (denies) for (const clause of reading.clauses) this.#denials(reading, clause);
    if (numbers) this.#numbers(reading);
    if (denies && this.mentions.length > before) this.mentions.push(...this.mentions.splice(before).sort((a, b) => a.offset - b.offset));
  }

  #numbers(reading: Reading): void {
    const places: Place[] = [];
    for (const [at, clause] of reading.clauses.entries()) append(places, placesIn(clause, at));
    places.sort((a, b) => a.position - b.position);
    const lastAt: (Mention | null)[] = [];
    for (const place of places) {
      const { depth } = place.clause;
      const whole = lastAt[depth];
      if (whole && place.number.unit === '%' && shareOf.test(place.left)) {
        const { value, decimals } = place.number;
        this.shares.push({ code: whole.code, value: whole.value, percent: value, decimals });
      } else {
        lastAt.length = Math.min(lastAt.length, depth);
        lastAt[depth] = this.#number(reading, place);
      }
    }
  }

  #denials(reading: Reading, clause: Clause): void {
    const { text } = clause.words;
    if (!mayDeny.test(text)) return;
    for (const { codes, end } of denials(text, reading)) {
      const left = reading.left(text.slice(0, end), clause.words.place(end - 1) + 1);
      if (isAnothers(left, text.slice(end), this.#whose) || isNotThisYears(left, this.#whose, false)) continue;
      for (const code of codes) {
        const unit = mentionKind(code)?.unit ?? '';
        this.#add(reading.page.paragraph, clause, [0, text.length], { code, value: 0, unit, approximate: false, negated: true });
      }
    }
  }

  #number(reading: Reading, place: Place): Mention | null {
    const found = decide(reading, place, { whose: this.#whose, memory: this.#memory, frame: this.#frame, wholes: this.#wholes });
    if (!found) {
      if (newMatter.test(place.left)) this.#frame = 'other';
      return null;
    }
    this.#frame = found.frame;
    const { number, clause } = place;
    const { paragraph } = reading.page;
    let first: Mention | null = null;
    for (const code of found.codes) {
      if (this.#wholes.hasPart(code, number.value, place.position, reading.page.read)) continue;
      this.#memory = remember(code, this.#memory);
      const unit = number.unit === null ? (mentionKind(code)?.unit ?? '') : printedUnit(paragraph, clause, number);
      const { value, approximate } = number;
      const mention = this.#add(paragraph, clause, [place.from, place.to], { code, value, unit, approximate, negated: false });
      first ??= mention;
    }
    return first;
  }

  /** Keep a mention unless the same fact was told before (mentions.md, rule 10). */
  #add(paragraph: Paragraph, clause: Clause, [from, to]: readonly [number, number], value: Value): Mention {
    const place = (index: number) => paragraph.read.place(clause.words.place(index));
    const end = place(to - 1) + 1;
    const start = Math.max(place(from), end - longestSnippet);
    const { code, unit, approximate, negated } = value;
    const snippet = paragraph.text.slice(start, end);
    const offset = paragraph.offset + start;
    const mention = { code, value: value.value, unit, snippet, section: paragraph.section, offset, approximate, negated };
    const key = `${code} ${value.value} ${negated}`;
    if (!this.#told.has(key)) this.mentions.push(mention);
    this.#told.add(key);
    return mention;
  }
}

/** The counter in the page's own script. */
function printedUnit({ read, text }: Paragraph, { words }: Clause, { unitStart, end, unit }: PrintedNumber): string {
  if (unit === '%' || unitStart >= end) return unit ?? '';
  return text.slice(read.place(words.place(unitStart)), read.place(words.place(end - 1)) + 1).replace(/\s/g, '');
}
