import { useTranslation } from 'react-i18next';
import type { HistoryEntry, Order } from '@/api/types';
import { useMe } from '@/features/auth/queries';

/** Who did it: oneself, by name, or by their part in the order where no name is known. */
export function Actor({ actor, order }: { actor: HistoryEntry['actor']; order: Order }) {
  const { t } = useTranslation();
  const me = useMe();
  if (actor.kind !== 'user') return <>{actor.kind === 'system' ? t('order.system') : actor.id}</>;
  if (actor.id === me?.id) return <>{t('order.you')}</>;
  return <>{actor.name ?? t(actor.id === order.customer_id ? 'order.theCustomer' : 'order.staff')}</>;
}
