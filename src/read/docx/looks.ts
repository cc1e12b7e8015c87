import { type Attributes, walkXml } from '../xml.ts';
import { wordNamespaces } from './names.ts';

/** How the formatting of a run shows its text (ECMA-376 17.3.2); what is not told is as the style says. */
export interface RunLook {
  hidden?: boolean;
  /** The number of a note. */
  raised?: boolean;
  struck?: boolean;
  /** White: not to be seen on paper. */
  white?: boolean;
  /** Above the line, yet as tall: a note, or a whole line moved up. */
  shifted?: boolean;
}

/** Whether a property is on: its value says so, or it has none. */
export const isOn = (value: string | undefined) => value === undefined || !/^(0|false|off)$/i.test(value);

/** Take a property of a run into its look; false where the element is none. */
export function setLook(look: RunLook, name: string, { val }: Attributes): boolean {
  if (name === 'w:vanish' || name === 'w:specVanish') look.hidden = isOn(val);
  else if (name === 'w:strike' || name === 'w:dstrike') look.struck = look.struck || isOn(val);
  else if (name === 'w:vertAlign') look.raised = val === 'superscript';
  else if (name === 'w:color') look.white = /^ffffff$/i.test(val ?? '');
  else if (name === 'w:position') look.shifted = Number.parseInt(val ?? '', 10) > 0;
  else return false;
  return true;
}

/** What sets a text apart from its neighbours. */
export const wayOf = ({ struck = false, white = false, shifted = false }: RunLook): string =>
  [struck, white, shifted].map((is, n) => (is ? 'swo'.charAt(n) : '')).join('');

/** The looks of styles by their names. */
export type StyleLooks = ReadonlyMap<string, RunLook>;

/** The part styles.xml (ECMA-376 17.7): the looks that character and paragraph styles give, with those of the styles they are based on. */
export function readStyleLooks(part: Uint8Array): StyleLooks {
  const styles = new Map<string, { readonly look: RunLook; basedOn: string }>();
  let style: { look: RunLook; basedOn: string } | undefined;
  let conditional = 0;
  const open = (name: string, attributes: Attributes) => {
    if (name === 'w:style') {
      style = { look: {}, basedOn: '' };
      styles.set(attributes.styleId ?? '', style);
    } else if (name === 'w:tblStylePr') conditional++;
    else if (name === 'w:basedOn' && style) style.basedOn = attributes.val ?? '';
    else if (style && conditional === 0) setLook(style.look, name, attributes);
  };
  const close = (name: string) => {
    if (name === 'w:style') style = undefined;
    else if (name === 'w:tblStylePr') conditional--;
  };
  walkXml(part, 'styles.xml', wordNamespaces, { open, close, text: () => {} });
  const whole = (name: string, hops: number): RunLook => {
    const found = styles.get(name);
    return found && hops > 0 ? { ...whole(found.basedOn, hops - 1), ...found.look } : {};
  };
  return new Map([...styles.keys()].map((name) => [name, whole(name, 20)] as const).filter(([, look]) => Object.keys(look).length > 0));
}
