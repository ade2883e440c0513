import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { HistoryEntry, Order } from '@/api/types';
import { useCan, useMe } from '@/features/auth/queries';
import { userQuery } from '@/features/users/queries';

/** Who did it: oneself, by name where one may read names, or by their part in the order. */
export function Actor({ actor, order }: { actor: HistoryEntry['actor']; order: Order }) {
  const { t } = useTranslation();
  const me = useMe();
  const can = useCan();
  const isPerson = actor.kind === 'user';
  const { data } = useQuery({ ...userQuery(actor.id), enabled: isPerson && actor.id !== me?.id && can('user', 'read') });
  if (!isPerson) return <>{actor.kind === 'system' ? t('order.system') : actor.id}</>;
  if (actor.id === me?.id) return <>{t('order.you')}</>;
  return <>{data?.name ?? t(actor.id === order.customer_id ? 'order.theCustomer' : 'order.staff')}</>;
}
