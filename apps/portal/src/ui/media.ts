import { useSyncExternalStore } from 'react';

function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = matchMedia(query);
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    () => matchMedia(query).matches,
  );
}

/** Room for tables and the sidebar's neighbours; below it lists are cards. In rem, as the style sheet's: large text needs room. */
export const useIsWide = (): boolean => useMedia('(min-width: 40rem)');
export const useIsDesk = (): boolean => useMedia('(min-width: 64rem)');
export const useHasMouse = (): boolean => useMedia('(hover: hover) and (pointer: fine)');
