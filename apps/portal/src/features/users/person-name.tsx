import { useQuery } from '@tanstack/react-query';
import { useCan } from '@/features/auth/queries';
import { userQuery } from './queries';

/** The name of an account, for those who may read accounts; the beginning of its id for others. */
export function PersonName({ id }: { id: string }) {
  const can = useCan();
  const { data } = useQuery({ ...userQuery(id), enabled: can('user', 'read') });
  return <>{data?.name ?? id.slice(0, 8)}</>;
}
