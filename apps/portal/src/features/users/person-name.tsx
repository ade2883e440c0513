import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useCan } from '@/features/auth/queries';
import { userQuery } from './queries';

/** The name of an account, for those who may read accounts. */
export function PersonName({ id }: { id: string }) {
  const { t } = useTranslation();
  const can = useCan();
  const { data, isLoading } = useQuery({ ...userQuery(id), enabled: can('user', 'read') });
  return <>{data?.name ?? (isLoading ? null : t('person.unknown'))}</>;
}
