import { append } from '../../append.ts';
import { isChinese } from './characters.ts';
import type { TextToken, Token, ValueToken } from './token.ts';

// A sentence may tell rows of the form (维持3件,纠正1件): its words are prose, where a table stands in the same section too.

/** A figure with its counter, and a mark behind it: in no cell. */
const counted = /[件宗起条例个项][,、;:。]/y;
/** A mark behind a figure, and the next word. */
const listed = /[,、;:](?=[^\d\s,])/y;
const endsCounted = /[件宗起条例个项]$/;
/** Characters behind the last such figure in which a sentence may end. */
const reach = 60;

const matches = (pattern: RegExp, text: string, at: number): boolean => {
  pattern.lastIndex = at;
  return pattern.test(text);
};

/** Is this figure told in a sentence? Figures side by side are a row's. */
function isTold(token: ValueToken, before: Token | undefined, text: string): boolean {
  if (token.segment.row >= 0) return false;
  if (matches(counted, text, token.end)) return true;
  if (!matches(listed, text, token.end)) return false;
  return endsCounted.test(token.raw) || before?.kind === 'label' || (before?.kind === 'text' && before.characters === 0);
}

/** The first token of the sentence with a figure at `told`: behind a full stop, a figure of a table, or at the line's beginning. */
function beginning(tokens: readonly Token[], told: number, over: number, text: string): number {
  let next = tokens[told];
  let first = told;
  for (let at = told - 1; at >= over; at--) {
    const token = tokens[at];
    if (!token || !next || token.segment.line !== next.segment.line || token.kind === 'value' || token.kind === 'section') break;
    if (text.slice(token.start, next.start).includes('。')) break;
    first = at;
    next = token;
  }
  return first;
}

/** Behind the last token of that sentence. */
function ending(tokens: readonly Token[], told: number, text: string): number {
  let before = tokens[told];
  let last = { at: told, end: before?.end ?? 0 };
  for (let at = told + 1; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token || !before || token.segment.line !== before.segment.line || token.kind === 'section') return at;
    if (text.slice(before.end, token.start).includes('。')) return at;
    if (token.start - last.end > reach) return last.at + 1;
    if (token.kind === 'value' && isTold(token, before, text)) last = { at, end: token.end };
    if (token.kind === 'text' && text.slice(token.start, token.end).includes('。')) return at + 1;
    before = token;
  }
  return tokens.length;
}

/** All that stands from one token to another, as text. */
function asText({ start, segment }: Token, { end }: Token, text: string): TextToken {
  let characters = 0;
  for (let at = start; at < end; at++) if (isChinese(text.charCodeAt(at))) characters++;
  return { kind: 'text', characters, start, end, segment };
}

/** The tokens of a document, those of each sentence that tells figures put together as text. */
export function withSentencesAsText(tokens: readonly Token[], text: string): readonly Token[] {
  const kept: Token[] = [];
  let over = 0;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (at < over || token?.kind !== 'value' || !isTold(token, tokens[at - 1], text)) continue;
    const [first, end] = [beginning(tokens, at, over, text), ending(tokens, at, text)];
    append(kept, tokens.slice(over, first));
    kept.push(asText(tokens[first] ?? token, tokens[end - 1] ?? token, text));
    over = end;
  }
  return over === 0 ? tokens : kept.concat(tokens.slice(over));
}
