import { type Attributes, walkXml } from '../xml.ts';

const namespaces = { 'http://schemas.openxmlformats.org/package/2006/relationships': 'rel' };

/** A part of relations (ECMA-376 part 2, 9.3): names of parts by relation. */
export function readRelations(part: Uint8Array): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  const open = (name: string, { Id = '', Target = '' }: Attributes) => {
    if (name === 'rel:Relationship') targets.set(Id, Target);
  };
  walkXml(part, '.rels', namespaces, { open, close: () => {}, text: () => {} });
  return targets;
}

/** Name of a part from a target, which is absolute or relative to a folder. */
export const partName = (folder: string, target: string): string => (target.startsWith('/') ? target.slice(1) : folder + target);
