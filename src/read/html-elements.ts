/** What an element does to the text; those not listed do nothing. */
export type Role = 'hidden' | 'block' | 'table' | 'row' | 'cell' | 'link' | 'title' | 'field';
const elements: Readonly<Record<Role, string>> = {
  hidden: 'script style noscript template svg iframe select button textarea nav object math head',
  block:
    'p div section article h1 h2 h3 h4 h5 h6 li ul ol dl dt dd br hr center blockquote pre form header footer main aside figure figcaption address fieldset caption tbody thead',
  table: 'table',
  row: 'tr',
  cell: 'td th',
  link: 'a',
  title: 'title',
  field: 'meta link',
};

/** Elements by name, in lower case. */
export const roles: ReadonlyMap<string, Role> = new Map(
  (['hidden', 'block', 'table', 'row', 'cell', 'link', 'title', 'field'] as const).flatMap((role) =>
    elements[role].split(' ').map((name) => [name, role] as const),
  ),
);
