import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asApiError, type ApiError } from '@/api/errors';
import type { Order } from '@/api/types';
import { uuid } from '@/lib/secure';
import { toast } from '@/ui/toast';
import { historyQuery, orderQuery } from './queries';

/** What happened between the version on screen and the present one. */
export type Conflict = { since: number; order: Order };

const pause = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

/** Sends a change of an order, and answers for everything that can come back. */
export function useSend(order: Order) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const key = useRef(uuid());
  const [isBusy, setBusy] = useState(false);
  const [wait, setWait] = useState(0);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const version = conflict?.order.version ?? order.version;

  async function reload(): Promise<Order> {
    await client.invalidateQueries({ queryKey: historyQuery(order.id).queryKey });
    return client.fetchQuery({ ...orderQuery(order.id), staleTime: 0 });
  }

  function settle(next: Order): void {
    client.setQueryData(orderQuery(order.id).queryKey, next);
    void client.invalidateQueries({ queryKey: ['orders'] });
    void client.invalidateQueries({ queryKey: ['inbox'] });
  }

  /** Null when it was done; otherwise what the form has to show. */
  async function send(perform: (sent: { version: number; key: string }) => Promise<Order>): Promise<ApiError | Order> {
    if (!navigator.onLine) {
      toast.failed(t('error.title'), t('error.offlineWrite'));
      return asApiError(new Error('offline'));
    }
    setBusy(true);
    try {
      const next = await attempt(perform, 0);
      settle(next);
      return next;
    } catch (caught) {
      const error = asApiError(caught);
      // What was refused had no effect: the next try is another request.
      if (!error.isPassing) key.current = uuid();
      await explain(error);
      return error;
    } finally {
      setBusy(false);
      setWait(0);
    }
  }

  async function attempt(perform: (sent: { version: number; key: string }) => Promise<Order>, tries: number): Promise<Order> {
    try {
      return await perform({ version, key: key.current });
    } catch (caught) {
      const error = asApiError(caught);
      const mayPass = error.status === 429 || error.status === 503 || (error.status === 409 && error.retryAfter !== null);
      if (!mayPass || tries > 0) throw error;
      const seconds = Math.min(error.retryAfter ?? 1, 30);
      setWait(seconds);
      await pause(seconds);
      setWait(0);
      return attempt(perform, tries + 1);
    }
  }

  async function explain(error: ApiError): Promise<void> {
    if (error.status === 412) {
      const since = version;
      setConflict({ since, order: await reload() });
    } else if (error.status === 409) {
      await reload().catch(() => undefined);
      void client.invalidateQueries({ queryKey: ['orders'] });
      toast.failed(t('error.title'), t('error.state'), error);
    } else if (error.status === 403) {
      void client.invalidateQueries({ queryKey: ['me', 'permissions'] });
      toast.failed(t('error.title'), t('error.forbidden'), error);
    } else if (error.status === 404) {
      void client.invalidateQueries({ queryKey: ['orders'] });
      toast.failed(t('error.title'), t('error.gone'), error);
    } else if (!(error.problem.errors?.length ?? 0)) {
      toast.failed(t('error.title'), error.isNetwork ? t('error.network') : error.message, error);
    }
  }

  return { send, isBusy, wait, conflict };
}
