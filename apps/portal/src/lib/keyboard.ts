import { useEffect, useRef } from 'react';
import { kept } from './storage';

/** What single keys do. The page with the list of keys and the pages that act read the same table. */
export const GOTO = { o: '/orders', a: '/approvals', i: '/inbox', u: '/users', v: '/overview' } as const;

export type Bindings = Record<string, (event: KeyboardEvent) => void>;

/** Keys typed into a field, held with a modifier, or given to an open dialog or menu belong to those. */
function isElsewhere(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return true;
  const target = event.target as HTMLElement | null;
  if (target?.closest('input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable=true], [role=menu], [role=listbox]')) return true;
  return document.querySelector('[data-modal][data-open]') !== null;
}

let prefixAt = 0;

/** Binds single keys while the component is shown. `g o` is written as such. */
export function useKeys(bindings: Bindings, enabled = true): void {
  const latest = useRef(bindings);
  latest.current = bindings;
  useEffect(() => {
    if (!enabled) return undefined;
    const listen = (event: KeyboardEvent) => {
      if (kept('keys') === 'off' || event.defaultPrevented || isElsewhere(event)) return;
      const afterPrefix = Date.now() - prefixAt < 1200;
      const action = latest.current[afterPrefix ? `g ${event.key}` : event.key];
      if (action) {
        event.preventDefault();
        action(event);
      }
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, [enabled]);
}

/** Listens for the `g` of `g o`, once for the whole page. */
export function watchPrefix(): () => void {
  const listen = (event: KeyboardEvent) => {
    if (isElsewhere(event)) return;
    // Bindings listen before and after this in the same event, so that the key after the prefix must find it until the end.
    // A key that one of them took ends the prefix like any other.
    if (event.key === 'g' && Date.now() - prefixAt >= 1200) prefixAt = Date.now();
    else setTimeout(() => (prefixAt = 0));
  };
  addEventListener('keydown', listen);
  return () => removeEventListener('keydown', listen);
}
