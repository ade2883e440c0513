import { useNavigate, useParams } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orders, unwrap } from '@/api/client';
import { ApiError } from '@/api/errors';
import type { Order } from '@/api/types';
import { Page } from '@/ui/page';
import { ErrorPanel } from '@/ui/error-panel';
import { Loading } from '@/ui/states';
import { toast } from '@/ui/toast';
import { Changes, changesOf } from './changes';
import { ConflictPanel } from './conflict-panel';
import { addressOf, formOf, linesOf, type OrderForm } from './draft';
import { OrderFields } from './order-form';
import { orderQuery } from './queries';
import { useSend } from './use-send';

export function AmendOrder() {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/shell/orders/$id/amend' });
  // The order as it was when the form was opened: the form must not change under the hands.
  const order = useQuery({ ...orderQuery(id), refetchInterval: false, refetchOnWindowFocus: false, staleTime: Infinity });
  const [opened, setOpened] = useState<Order | null>(null);
  if (order.data && !opened) setOpened(order.data);
  if (opened) return <Form order={opened} />;
  return <Page title={t('order.amend')}>{order.error ? <ErrorPanel error={order.error} onRetry={() => void order.refetch()} /> : <Loading rows={6} />}</Page>;
}

function Form({ order }: { order: Order }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { send, isBusy, conflict } = useSend(order);
  const initial = useMemo(() => formOf(order), [order]);
  const [sent, setSent] = useState<OrderForm | null>(null);
  const leave = () => void navigate({ to: '/orders/$id', params: { id: order.id } });

  const submit = async (form: OrderForm): Promise<ApiError | null> => {
    setSent(form);
    const changes = changesOf(formOf(order), form);
    if (changes.length === 0) {
      toast.done(t('form.nothingChanged'));
      await navigate({ to: '/orders/$id', params: { id: order.id }, ignoreBlocker: true });
      return null;
    }
    const part = (name: 'lines' | 'address' | 'note') => changes.some((one) => one.part === name);
    const body = {
      ...(part('lines') ? { lines: linesOf(form) } : {}),
      ...(part('address') ? { shipping_address: addressOf(form.address) } : {}),
      ...(part('note') ? { note: form.note.trim() || null } : {}),
    };
    const answer = await send(({ version }) => unwrap(orders.PATCH('/api/v1/orders/{id}', { params: { path: { id: order.id }, header: { 'If-Match': `"${version}"` } }, body })));
    if (answer instanceof ApiError) return answer;
    toast.done(t('form.amended', { number: order.number }));
    await navigate({ to: '/orders/$id', params: { id: order.id }, ignoreBlocker: true });
    return null;
  };
  const isGone = conflict !== null && !conflict.order.allowed_actions.includes('amend');
  return (
    <Page title={t('form.amendTitle', { number: order.number })} narrow>
      <OrderFields
        initial={initial}
        draft={`amend-${order.id}`}
        submitLabel={t(conflict && !isGone ? 'action.doAnyway' : 'action.save')}
        busy={isBusy}
        before={
          conflict && (
            <div>
              <ConflictPanel conflict={conflict} />
              {sent && <Changes mine={sent} theirs={formOf(conflict.order)} />}
            </div>
          )
        }
        onSubmit={submit}
        onCancel={leave}
      />
    </Page>
  );
}
