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
  hidden: boolean;
  deleted: boolean;
  raised: boolean;
  struck: boolean;
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
  hidden: false,
  deleted: false,
  raised: false,
  struck: false,
  skip: 1,
  font: 0,
  label: false,
  inTable: false,
  depth: 0,
  ends: null,
});
