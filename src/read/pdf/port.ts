import { type CharacterMap, takeCharacterMap } from './character-map.ts';

/** A message of pdf.js; lists of operators come in chunks. */
interface PortMessage {
  readonly action?: unknown;
  readonly data?: unknown;
  readonly chunk?: { readonly fnArray?: unknown };
}

type Listener = (event: { readonly data: unknown }) => void;

/**
 * The port between the two halves of pdf.js in one thread. Messages are delivered one a turn, so that other work goes on, and the
 * operators in them are counted as they are sent: a page that draws itself over and over is stopped without a clock.
 */
export class CountingPort {
  private readonly listeners = new Set<Listener>();
  private readonly exceeded: () => void;
  /** Character maps of the fonts that were sent, by the fonts' names. */
  readonly characterMaps = new Map<string, CharacterMap>();
  private readonly costly: number;
  private budget: number;
  private stopping = false;
  private closed = false;

  /** `costly` is the operator that begins a form, which takes as long as some twenty others. */
  constructor(budget: number, costly: number, exceeded: () => void) {
    this.budget = budget;
    this.costly = costly;
    this.exceeded = exceeded;
  }

  postMessage(message: PortMessage, transfer?: ArrayBuffer[]): void {
    if (message.action === 'commonobj') takeCharacterMap(message.data, this.characterMaps);
    const operators = message.chunk?.fnArray;
    if (Array.isArray(operators)) for (const operator of operators) this.budget -= operator === this.costly ? 20 : 1;
    if (this.budget < 0 && !this.stopping) this.stop();
    else if (!this.stopping) {
      const data: unknown = structuredClone(message, transfer ? { transfer } : undefined);
      setImmediate(() => this.deliver(data));
    }
    // A busy page never lets a turn pass: the word to stop goes through at once, and nothing else does.
    else if (message.action === 'Terminate') this.deliver(message);
  }

  addEventListener(_: string, listener: Listener, options?: { readonly signal?: AbortSignal } | null): void {
    this.listeners.add(listener);
    options?.signal?.addEventListener('abort', () => this.listeners.delete(listener));
  }

  removeEventListener(_: string, listener: Listener): void {
    this.listeners.delete(listener);
  }

  terminate(): void {
    this.closed = true;
    this.listeners.clear();
  }

  private stop(): void {
    this.stopping = true;
    this.exceeded();
  }

  private deliver(data: unknown): void {
    if (!this.closed) for (const listener of [...this.listeners]) listener({ data });
  }
}
