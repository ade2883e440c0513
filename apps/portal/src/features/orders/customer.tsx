import { Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Order } from '@/api/types';
import { useCan } from '@/features/auth/queries';
import { PersonName } from '@/features/users/person-name';
import { orderListQuery } from './queries';
import type { OrderSearch } from './search';

/** Whose order it is, with the way to their account for those who may read accounts. An account without a name here is none. */
export function CustomerName({ order }: { order: Order }) {
  const can = useCan();
  const { id, name } = order.customer;
  if (!name) return null;
  if (!can('user', 'read')) return <span className="font-medium text-ink">{name}</span>;
  return (
    <Link to="/users/$id" params={{ id }} className="font-medium text-accent-ink hover:underline">
      {name}
    </Link>
  );
}

/** What staff call an order by: its customer, or the recipient of the goods where the customer's name is not known. */
export const calledBy = (order: Order): string => order.customer.name ?? order.shipping_address.name;

/** The name of the customer whose orders are listed: the orders have it, unless there are none. */
export function ListedCustomer({ search, id }: { search: OrderSearch; id: string }) {
  const { t } = useTranslation();
  const { data } = useQuery(orderListQuery(search));
  const order = data?.items.find((one) => one.customer_id === id);
  if (order) return <>{order.customer.name ?? t('person.unknown')}</>;
  return data ? <PersonName id={id} /> : null;
}
