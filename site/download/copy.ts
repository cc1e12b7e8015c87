import { h } from '../dom.ts';
import { t } from '../language.ts';

/** A button that puts a text on the clipboard and says so; where the browser does not allow that, the text stands there to be copied by hand. */
export function copyButton(label: string, text: () => string): HTMLElement {
  const status = h('span', { role: 'status' });
  const copy = async () => {
    const copied = text();
    try {
      await navigator.clipboard.writeText(copied);
      status.textContent = t('已复制。', 'Copied.');
    } catch {
      const field = h('textarea', { readonly: true, rows: copied.split('\n').length, 'aria-label': label }, copied);
      status.replaceChildren(field);
      field.select();
    }
  };
  return h('span', {}, h('button', { type: 'button', onclick: () => void copy() }, label), ' ', status);
}
