// Destinations whose text is not part of the page: tables of the file, headers, pictures, field codes, earlier copies.
/** Words that begin such a destination. */
export const silent: ReadonlySet<string> = new Set(
  (
    'fonttbl colortbl stylesheet info header headerl headerr headerf footer footerl footerr footerf pict objdata fldinst nonesttables ' +
    'shprslt sp upr bkmkstart bkmkend listtable listoverridetable revtbl rsidtbl xmlnstbl pntxta pntxtb annotation atnid atnauthor title'
  ).split(' '),
);
/** Destinations marked as optional that are read all the same. */
export const knownOptional: ReadonlySet<string> = new Set(['nesttableprops', 'shpinst', 'shppict']);
/** Whether a word makes a field a list to choose from: what is chosen stands in it as a number only. */
export const isListField = (name: string, value: number | null): boolean => name === 'fftype' && value === 2;
/** Deepest nesting of groups. */
export const deepestGroup = 2000;

/** Words that stand for a character. */
export const symbols: Readonly<Record<string, string>> = {
  tab: '\t',
  line: '\n',
  page: '\n',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: ' ',
  enspace: ' ',
  qmspace: ' ',
  '~': ' ',
  _: '-',
};

/** The state that a group inherits and restores (RTF 1.9.1, "Contents of an RTF File"). */
export interface Group {
  silent: boolean;
  /** In the table of colours, which is silent too. */
  inColours: boolean;
  hidden: boolean;
  deleted: boolean;
  raised: boolean;
  struck: boolean;
  /** In the white of the colour table. */
  white: boolean;
  /** Above the line, yet as tall. */
  shifted: boolean;
  skip: number;
  font: number;
  /** The number Word prints before a paragraph. */
  label: boolean;
  inTable: boolean;
  depth: number;
  /** What ends with the group. */
  ends: (() => void) | null;
}

/** The state outside of all groups. */
export const newGroup = (): Group => ({
  silent: false,
  inColours: false,
  hidden: false,
  deleted: false,
  raised: false,
  struck: false,
  white: false,
  shifted: false,
  skip: 1,
  font: 0,
  label: false,
  inTable: false,
  depth: 0,
  ends: null,
});

/** What a plain run is. */
export const plain = { hidden: false, deleted: false, raised: false, struck: false, white: false, shifted: false } as const;

/** Take a word about the look of characters into the state of a group; false where it is none. */
export function setLook(group: Group, name: string, value: number | null): boolean {
  const on = value !== 0;
  if (name === 'v') group.hidden = on;
  else if (name === 'deleted') group.deleted = on;
  else if (name === 'super') group.raised = on;
  else if (name === 'nosupersub') group.raised = false;
  else if (name === 'strike' || name === 'striked') group.struck = on;
  else if (name === 'up') group.shifted = on;
  else return false;
  return true;
}

/** What sets the text of a group apart from its neighbours. */
export const wayOf = ({ struck, white, shifted }: Group): string => `${struck ? 's' : ''}${white ? 'w' : ''}${shifted ? 'o' : ''}`;
