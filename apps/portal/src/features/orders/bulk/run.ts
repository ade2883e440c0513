import { orders, unwrap } from '@/api/client';
import { asApiError } from '@/api/errors';
import type { BulkRequest, BulkResult, Order } from '@/api/types';
import { uuid } from '@/lib/secure';
import type { Act, ActForm } from '../actions';

/** So many orders go in one request, so that progress can be shown. */
const CHUNK = 25;

/** One pass over several orders. It can be stopped and continued; its keys see to it that nothing is done twice. */
export type Run = { chunks: { ids: string[]; key: string }[]; at: number };

export function runOver(all: Order[]): Run {
  const ids = all.map((order) => order.id);
  const chunks = [];
  for (let from = 0; from < ids.length; from += CHUNK) chunks.push({ ids: ids.slice(from, from + CHUNK), key: uuid() });
  return { chunks, at: 0 };
}

const text = (value: string): string | null => value.trim() || null;

/** What the form says, in the words of the service; only what the action takes. */
function fieldsOf(act: Act, form: ActForm): Partial<BulkRequest> {
  switch (act) {
    case 'approve':
      return { note: text(form.note) };
    case 'reject':
    case 'cancel':
      return { reason: text(form.reason), note: text(form.note) };
    case 'ship':
      return { carrier: text(form.carrier), tracking_number: text(form.tracking) };
    case 'deliver':
      return { delivered_at: form.deliveredAt ? new Date(form.deliveredAt).toISOString() : null };
    case 'abort':
      return { reason: form.reason };
  }
}

const pause = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

async function send(body: BulkRequest, key: string, tries = 0): Promise<BulkResult[]> {
  try {
    const answer = await unwrap(orders.POST('/api/v1/orders/bulk', { params: { header: { 'Idempotency-Key': key } }, body }));
    return answer.results;
  } catch (caught) {
    const error = asApiError(caught);
    if (!error.isPassing || error.isNetwork || tries > 0) throw error;
    await pause(Math.min(error.retryAfter ?? 1, 30));
    return send(body, key, tries + 1);
  }
}

/** Goes on with `run` until it is through or `isStopped`; `onResults` hears of each part. */
export async function carryOn(run: Run, act: Act, form: ActForm, dryRun: boolean, isStopped: () => boolean, onResults: (results: BulkResult[]) => void): Promise<void> {
  while (run.at < run.chunks.length && !isStopped()) {
    const { ids, key } = run.chunks[run.at]!;
    onResults(await send({ action: act, ids, dry_run: dryRun, ...fieldsOf(act, form) }, key));
    run.at += 1;
  }
}
