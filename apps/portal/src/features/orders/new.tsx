import { useNavigate, useSearch } from '@tanstack/react-router';
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { MailWarning } from 'lucide-react';
import { lazy, Suspense, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orders, unwrap } from '@/api/client';
import { asApiError, type ApiError } from '@/api/errors';
import type { Account, Order } from '@/api/types';
import { useCan, useMe } from '@/features/auth/queries';
import { uuid } from '@/lib/secure';
import { Page } from '@/ui/page';
import { Banner, Loading, Skeleton } from '@/ui/states';
import { toast } from '@/ui/toast';
import { CURRENCIES } from './currencies';
import { addressForm, addressOf, EMPTY_LINE, formOf, linesOf, type OrderForm } from './draft';
import { OrderFields } from './order-form';
import { orderQuery } from './queries';

/** Only staff choose whose order it is. */
const CustomerPicker = lazy(() => import('./customer-picker').then((module) => ({ default: module.CustomerPicker })));

const pause = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

/** The last order of a customer: its address and currency are the likeliest for the next one. */
const lastOrderQuery = (customer: string | undefined) =>
  queryOptions({
    queryKey: ['orders', 'last', customer ?? null],
    queryFn: async () => (await unwrap(orders.GET('/api/v1/orders', { params: { query: { limit: 1, sort: '-created_at', ...(customer ? { customer_id: customer } : {}) } } }))).items[0] ?? null,
    enabled: customer !== undefined,
    retry: false,
  });

export function NewOrder() {
  const { t } = useTranslation();
  const { from } = useSearch({ from: '/shell/orders/new' });
  const can = useCan();
  const me = useMe();
  const forAnyone = can('order', 'create');
  const [customer, setCustomer] = useState<Account | null>(null);
  const model = useQuery({ ...orderQuery(from ?? ''), enabled: from !== undefined, refetchInterval: false });
  const owner = customer?.id ?? me?.id;
  const last = useQuery(lastOrderQuery(from ? undefined : owner));
  const isReady = me !== undefined && (from ? model.data !== undefined || model.isError : !last.isPending);
  return (
    <Page title={t('orders.new')} narrow>
      {me?.state === 'pending' && (
        <div className="mb-5">
          <Banner icon={MailWarning}>{t('form.unverified')}</Banner>
        </div>
      )}
      {forAnyone && (
        <Suspense fallback={<Skeleton className="mb-5 h-36" />}>
          <CustomerPicker customer={customer} onChoose={setCustomer} />
        </Suspense>
      )}
      {isReady ? <Form key={`${owner}-${from ?? ''}`} customer={customer} model={model.data ?? null} last={last.data ?? null} name={customer?.name ?? me.name} /> : <Loading rows={6} />}
    </Page>
  );
}

type FormProps = { customer: Account | null; model: Order | null; last: Order | null; name: string };

function Form({ customer, model, last, name }: FormProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const client = useQueryClient();
  const key = useRef(uuid());
  const [busy, setBusy] = useState(false);
  const initial = useMemo((): OrderForm => {
    if (model) return formOf(model);
    const address = addressForm(last?.shipping_address ?? { name });
    return { currency: last?.total.currency ?? CURRENCIES[0], lines: [{ ...EMPTY_LINE }], address, note: '' };
  }, [model, last, name]);

  async function place(form: OrderForm, tries = 0): Promise<Order> {
    const note = form.note.trim() || null;
    const body = { lines: linesOf(form), shipping_address: addressOf(form.address), note, ...(customer ? { customer_id: customer.id } : {}) };
    try {
      return await unwrap(orders.POST('/api/v1/orders', { params: { header: { 'Idempotency-Key': key.current } }, body }));
    } catch (caught) {
      const error = asApiError(caught);
      if (tries > 0 || !(error.status === 429 || error.status === 503)) throw error;
      await pause(Math.min(error.retryAfter ?? 1, 30));
      return place(form, tries + 1);
    }
  }
  const submit = async (form: OrderForm): Promise<ApiError | null> => {
    setBusy(true);
    try {
      const order = await place(form);
      client.setQueryData(orderQuery(order.id).queryKey, order);
      void client.invalidateQueries({ queryKey: ['orders'] });
      toast.done(t('form.placed', { number: order.number }));
      await navigate({ to: '/orders/$id', params: { id: order.id }, ignoreBlocker: true });
      return null;
    } catch (caught) {
      const error = asApiError(caught);
      if (!error.isPassing) key.current = uuid();
      if (!(error.problem.errors?.length ?? 0)) toast.failed(t('error.title'), error.isNetwork ? t('error.network') : error.status === 403 ? t('error.forbidden') : error.message, error);
      return error;
    } finally {
      setBusy(false);
    }
  };
  return <OrderFields initial={initial} draft="new-order" submitLabel={t('form.place')} busy={busy} onSubmit={submit} onCancel={() => void navigate({ to: '/orders' })} />;
}
