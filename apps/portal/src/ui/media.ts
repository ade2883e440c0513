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

/** Room for tables and the sidebar's neighbours; below it lists are cards. */
export const useIsWide = (): boolean => useMedia('(min-width: 640px)');
export const useIsDesk = (): boolean => useMedia('(min-width: 1024px)');
export const useHasMouse = (): boolean => useMedia('(hover: hover) and (pointer: fine)');
