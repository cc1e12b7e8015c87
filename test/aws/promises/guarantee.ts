import { type CloudTemplate, ofType, type Resource } from '../resolve.ts';

/** A promise: which resources break it, and a way to break it that must be noticed. */
export type Guarantee = [what: string, offenders: (template: CloudTemplate) => string[], damage: (template: CloudTemplate) => void];

/** JSON text, empty for what is absent. */
export const json = (value: unknown): string => JSON.stringify(value) ?? '';
/** Resources of a type that do not keep what they should; none of the type is an offence, too. */
export const each =
  (type: string, keeps: (resource: Resource, id: string, template: CloudTemplate) => boolean) => (template: CloudTemplate) => {
    const found = ofType(template, type);
    return found.length === 0 ? [`no ${type}`] : found.filter(([id, resource]) => !keeps(resource, id, template)).map(([id]) => id);
  };
/** Change the first resource of a type whose id begins so. */
export const damage =
  (type: string, change: (resource: Resource) => void, start = '') =>
  (template: CloudTemplate) => {
    const found = ofType(template, type).find(([id]) => id.startsWith(start));
    if (!found) throw new Error(`nothing to damage: ${type} ${start}`);
    change(found[1]);
  };
/** Take a property away from it. */
export const without = (type: string, property: string, start = '') =>
  damage(type, ({ Properties }) => Reflect.deleteProperty(Properties, property), start);
