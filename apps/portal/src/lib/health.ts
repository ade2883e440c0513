// Which services answer, told by what was asked of them.

import { useSyncExternalStore } from 'react';
import type { ApiError } from '@/api/errors';

export type ServiceName = 'user' | 'order' | 'notification';

let away: readonly ServiceName[] = [];
let loadedAt = Date.now();
const listeners = new Set<() => void>();

function set(next: readonly ServiceName[]): void {
  away = next;
  for (const listener of listeners) listener();
}

export const health = {
  worked(service?: ServiceName): void {
    loadedAt = Date.now();
    if (service && away.includes(service)) set(away.filter((one) => one !== service));
  },
  failed(service: ServiceName | undefined, error: ApiError): void {
    const isAway = error.status === 502 || error.status === 503 || error.status === 504;
    if (service && isAway && !away.includes(service)) set([...away, service]);
  },
  get loadedAt(): number {
    return loadedAt;
  },
};

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useAway = (): readonly ServiceName[] => useSyncExternalStore(subscribe, () => away);

export function useIsOnline(): boolean {
  return useSyncExternalStore(
    (changed) => {
      addEventListener('online', changed);
      addEventListener('offline', changed);
      return () => {
        removeEventListener('online', changed);
        removeEventListener('offline', changed);
      };
    },
    () => navigator.onLine,
  );
}
