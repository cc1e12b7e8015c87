import type { Table } from '../../schemas/tables.ts';

// One pattern per table (contract 3) says where its objects lie; every engine spells it in its own way.

/** Folder of the live tables; a release has its own, with the same folders below. */
export const liveRoot = 'open/';

const folderOf = (pattern: string) => pattern.slice(0, pattern.lastIndexOf('/') + 1);
const below = (root: string, path: string) => root + path.slice(liveRoot.length);

/** Prefix under which all objects of a table lie: `open/cells/`. */
export const tablePrefix = ({ file }: Table, root = liveRoot): string => below(root, folderOf(file.split('{')[0] ?? file));

/** Folder of a partition as Athena's template has it, a dollar before each key in braces: `open/cells/year=…/`. */
export const partitionTemplate = ({ file }: Table, root = liveRoot): string =>
  below(root, folderOf(file)).replaceAll(/\{(\w+)\}/g, '$${$1}');

/** Glob that matches every object of a table, a star for each key. */
export const tableGlob = ({ file }: Table): string => file.replaceAll(/\{\w+\}/g, '*');

/** Whether a table's objects hold one JSON object a line; else they are Parquet. */
export const isJson = ({ file }: Table): boolean => file.endsWith('.json');
