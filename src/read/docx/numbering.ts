import { ListCounters, type ListInstance, type ListLevel } from '../flow/numbering.ts';
import { type Attributes, walkXml } from '../xml.ts';
import { wordNamespaces } from './names.ts';

/** Gives each paragraph the number Word prints before it; counts on with every call. */
export interface Numbering {
  label(style: string | undefined, numId: string | undefined, level: string | undefined): string;
}

/** Numbering of a document without lists. */
export const noNumbering: Numbering = { label: () => '' };

interface Level extends ListLevel {
  /** Style whose paragraphs are of this level. */
  style: string | undefined;
}

interface Style {
  numId: string | undefined;
  level: string | undefined;
  basedOn: string | undefined;
}

/** The parts numbering.xml and styles.xml (ECMA-376 17.9): lists, their instances, and the styles that number. */
export function readNumbering(numbering: Uint8Array, styles: Uint8Array | null): Numbering {
  const { lists, instances } = readLists(numbering);
  const styleOf = styles ? readStyles(styles) : new Map<string, Style>();
  const counters = new ListCounters();
  return {
    label(style, numId, level) {
      const own = numId === undefined ? styleNumbering(styleOf, style) : { numId, level };
      const instance = instances.get(own?.numId ?? '');
      const levels = lists.get(instance?.list ?? '');
      if (!own || !instance || !levels) return '';
      const bound = levels.findIndex((candidate) => candidate?.style !== undefined && candidate.style === style);
      const at = own.level === undefined ? Math.max(0, bound) : numberOf(own.level);
      return counters.label(levels, instance, own.numId ?? '', Math.min(8, at));
    },
  };
}

/** The number of a style, or of the style it is based on. */
function styleNumbering(styles: ReadonlyMap<string, Style>, name: string | undefined) {
  let style = styles.get(name ?? '');
  for (let hops = 0; style && hops < 20; hops++) {
    if (style.numId !== undefined) return { numId: style.numId, level: style.level };
    style = styles.get(style.basedOn ?? '');
  }
  return undefined;
}

function readLists(part: Uint8Array) {
  const lists = new Map<string, Level[]>();
  const instances = new Map<string, ListInstance>();
  let levels: Level[] = [];
  let level: Level | undefined;
  let instance: ListInstance | undefined;
  let overridden = 0;
  const open = (name: string, { val, ...attributes }: Attributes) => {
    if (name === 'w:abstractNum') {
      levels = [];
      lists.set(attributes.abstractNumId ?? '', levels);
    } else if (name === 'w:lvl') {
      level = newLevel();
      levels[numberOf(attributes.ilvl)] = level;
    } else if (name === 'w:num') {
      instance = { list: '', starts: new Map() };
      instances.set(attributes.numId ?? '', instance);
    } else if (name === 'w:abstractNumId' && instance) instance.list = val ?? '';
    else if (name === 'w:lvlOverride') overridden = numberOf(attributes.ilvl);
    else if (name === 'w:startOverride') instance?.starts.set(overridden, numberOf(val));
    else if (level) setLevel(level, name, val);
  };
  const close = (name: string) => {
    if (name === 'w:lvl') level = undefined;
    // A level redefined by one instance must not change the list that other instances share.
    if (name === 'w:abstractNum') levels = [];
  };
  walkXml(part, 'numbering.xml', wordNamespaces, { open, close, text: () => {} });
  return { lists, instances };
}

const numberOf = (value: string | undefined) => Math.max(0, Math.min(Number.parseInt(value ?? '', 10) || 0, 100_000));

const newLevel = (): Level => ({ start: 1, format: 'decimal', text: '', style: undefined, restart: true, legal: false });

function setLevel(level: Level, name: string, val: string | undefined): void {
  if (name === 'w:start') level.start = numberOf(val);
  else if (name === 'w:numFmt') level.format = val ?? 'decimal';
  else if (name === 'w:lvlText') level.text = val ?? '';
  else if (name === 'w:pStyle') level.style = val;
  else if (name === 'w:lvlRestart') level.restart = val !== '0';
  else if (name === 'w:isLgl') level.legal = val === undefined || /^(1|true|on)$/.test(val);
}

function readStyles(part: Uint8Array): Map<string, Style> {
  const styles = new Map<string, Style>();
  let style: Style | undefined;
  const open = (name: string, { val, styleId }: Attributes) => {
    if (name === 'w:style') {
      style = { numId: undefined, level: undefined, basedOn: undefined };
      styles.set(styleId ?? '', style);
    } else if (name === 'w:numId' && style) style.numId = val;
    else if (name === 'w:ilvl' && style) style.level = val;
    else if (name === 'w:basedOn' && style) style.basedOn = val;
  };
  const close = (name: string) => {
    if (name === 'w:style') style = undefined;
  };
  walkXml(part, 'styles.xml', wordNamespaces, { open, close, text: () => {} });
  return styles;
}
