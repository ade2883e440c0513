import { Link, useNavigate, useParams, useRouterState } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { ChevronLeft, PackageSearch, Pencil, RotateCcw, ScanLine } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asApiError } from '@/api/errors';
import type { Order } from '@/api/types';
import { useCan, useMe } from '@/features/auth/queries';
import { date } from '@/lib/format';
import { useKeys, type Bindings } from '@/lib/keyboard';
import { Button, LinkButton } from '@/ui/button';
import { CopyButton } from '@/ui/copy-button';
import { Page } from '@/ui/page';
import { ErrorPanel } from '@/ui/error-panel';
import { Empty, Loading } from '@/ui/states';
import { StatusChip } from '@/ui/status';
import { ActionDialog } from './action-dialog';
import { ACTIONS, actsOn, type Act } from './actions';
import { Aside } from './aside';
import { CustomerName } from './customer';
import { Items } from './items';
import { Messages } from './messages';
import { Progress } from './progress';
import { historyQuery, notesQuery, orderQuery } from './queries';
import { parseOrderSearch } from './search';
import { Timeline } from './timeline';

export function OrderDetail() {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/shell/orders/$id' });
  const order = useQuery(orderQuery(id));
  if (order.data) return <Loaded key={id} order={order.data} />;
  const error = order.error ? asApiError(order.error) : null;
  if (error && (error.status === 404 || error.status === 400)) {
    return (
      <Page title={t('order.notFound')}>
        <Empty icon={PackageSearch} title={t('order.notFoundHint')} action={<LinkButton to="/orders">{t('order.toList')}</LinkButton>} />
      </Page>
    );
  }
  return (
    <Page title={t('orders.col.order')} above={<BackLink />}>
      {error ? <ErrorPanel error={error} onRetry={() => void order.refetch()} /> : <Loading rows={8} />}
    </Page>
  );
}

/** Back to the list as it was left. */
function BackLink() {
  const { t } = useTranslation();
  const list = useRouterState({ select: (state) => state.location.state.list });
  let search = {};
  try {
    search = list ? parseOrderSearch(JSON.parse(list) as Record<string, unknown>) : {};
  } catch {
    // Then it is the whole list.
  }
  return (
    <Link to="/orders" search={search} className="-ms-1 mb-4 inline-flex min-h-8 items-center gap-1.5 rounded-control pe-2 text-sm font-medium text-ink-2 hover:text-ink pointer-coarse:min-h-11">
      <ChevronLeft aria-hidden className="size-4" />
      {t('orders.title')}
    </Link>
  );
}

function Loaded({ order }: { order: Order }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const can = useCan();
  const me = useMe();
  const [act, setAct] = useState<Act | null>(null);
  const [noteFocus, setNoteFocus] = useState(0);
  const history = useQuery(historyQuery(order.id)).data ?? [];
  const notes = useQuery(notesQuery(order.id)).data ?? [];
  const acts = actsOn(order);
  const mayAmend = order.allowed_actions.includes('amend');
  const isMine = order.customer_id === me?.id;

  const bindings: Bindings = { m: () => setNoteFocus((n) => n + 1), '.': () => void navigator.clipboard?.writeText(order.number) };
  for (const one of acts) if (ACTIONS[one].key) bindings[ACTIONS[one].key] = () => setAct(one);
  if (mayAmend) bindings.e = () => void navigate({ to: '/orders/$id/amend', params: { id: order.id } });
  useKeys(bindings, act === null);

  // The wanted step comes first in the order of reading, and stands at the end of the row at a desk.
  const buttons = acts.map((one) => {
    const { icon, look } = ACTIONS[one];
    return (
      <Button key={one} icon={icon} look={look} onClick={() => setAct(one)} className={look === 'primary' ? 'max-sm:w-full max-sm:min-h-11 sm:order-last' : 'max-sm:min-h-11 max-sm:flex-auto'}>
        {t(`act.${one}`)}
      </Button>
    );
  });
  return (
    <Page
      title={order.number}
      end={<CopyButton text={order.number} label={t('order.copyNumber')} shortcut="." />}
      above={<BackLink />}
      subtitle={
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <StatusChip status={order.status} />
          <span>
            {t('order.placed', { date: date(order.created_at) })}
            {!isMine && order.customer.name && (
              <>
                <span aria-hidden>{' · '}</span>
                <CustomerName order={order} />
              </>
            )}
          </span>
        </div>
      }
      actions={
        <div className="flex w-full flex-wrap gap-2">
          {buttons}
          {mayAmend && (
            <LinkButton to="/orders/$id/amend" params={{ id: order.id }} icon={Pencil} className="max-sm:min-h-11 max-sm:flex-auto">
              {t('order.amend')}
            </LinkButton>
          )}
          {can('notification', 'read') && (
            <LinkButton to="/orders/$id/xray" params={{ id: order.id }} icon={ScanLine} className="max-sm:min-h-11 max-sm:flex-auto">
              {t('xray.title')}
            </LinkButton>
          )}
          {isMine && can('order', 'create', 'own') && (
            <LinkButton to="/orders/new" search={{ from: order.id }} icon={RotateCcw} className="max-sm:min-h-11 max-sm:flex-auto">
              {t('order.reorder')}
            </LinkButton>
          )}
        </div>
      }
    >
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-5">
          <Progress order={order} history={history} />
          <Items order={order} />
          <Timeline order={order} history={history} notes={notes} noteFocus={noteFocus} />
          {can('notification', 'read') && <Messages order={order} />}
        </div>
        <Aside order={order} />
      </div>
      {act && <ActionDialog order={order} act={act} onClose={() => setAct(null)} />}
    </Page>
  );
}
