import { useQuery } from '@tanstack/react-query';
import type { AsyncRouteComponent } from '@tanstack/react-router';
import { canWith, permissionsQuery } from '@/features/auth/queries';
import { mayOpen, type NavPath } from './navigation';
import { NotFound } from './not-found';

type Lazy = AsyncRouteComponent<object>;

/** A page that is not in somebody's navigation answers them like one that does not exist. */
export function guarded(path: NavPath, Page: Lazy): Lazy {
  function Guarded() {
    const { data } = useQuery(permissionsQuery);
    if (!data) return null;
    return mayOpen(path, canWith(data)) ? <Page /> : <NotFound />;
  }
  return Object.assign(Guarded, Page.preload ? { preload: Page.preload } : {}) as Lazy;
}
