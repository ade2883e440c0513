import { useQueryClient } from '@tanstack/react-query';
import { CircleAlert, CircleCheck } from 'lucide-react';
import { useRef, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { asApiError, placeErrors } from '@/api/errors';
import type { BulkResult, Order } from '@/api/types';
import { useServerText } from '@/i18n/server-text';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { SelectField, TextArea, TextField } from '@/ui/field';
import { Banner } from '@/ui/states';
import { toast } from '@/ui/toast';
import { ACTIONS, type Act, type ActForm } from '../actions';
import { carryOn, runOver, type Run } from './run';

type Props = { act: Act; orders: Order[]; onClose: () => void; onDone: () => void };
type State = 'asking' | 'running' | 'checked' | 'interrupted' | 'stopped' | 'over';

const EMPTY: ActForm = { reason: '', note: '', carrier: '', tracking: '', deliveredAt: '', confirm: '' };
const NAMES: Record<string, keyof ActForm> = { reason: 'reason', note: 'note', carrier: 'carrier', tracking_number: 'tracking', delivered_at: 'deliveredAt' };

/** One step on several orders: what it needs, how far it is, and what was refused and why. */
export function BulkDialog({ act, orders: picked, onClose, onDone }: Props) {
  const { t } = useTranslation();
  const text = useServerText();
  const client = useQueryClient();
  // Those that it is about are those that were selected when it opened.
  const [orders, setOrders] = useState(picked);
  const [state, setState] = useState<State>('asking');
  const [results, setResults] = useState<BulkResult[]>([]);
  const run = useRef<Run | null>(null);
  const stop = useRef(false);
  const { register, handleSubmit, setError, formState } = useForm<ActForm>({ defaultValues: { ...EMPTY, reason: act === 'abort' ? 'lost' : '' } });
  const { errors } = formState;
  const fields = ACTIONS[act].fields.filter((field) => field !== 'confirm');
  // Staff always say why.
  const needs: (keyof ActForm)[] = fields.filter((field) => field === 'reason' || field === 'carrier');
  const isBusy = state === 'running';
  const failed = results.filter((result) => result.status !== 200);

  const go = (dryRun: boolean) =>
    handleSubmit(async (form) => {
      stop.current = false;
      if (dryRun || run.current === null) {
        run.current = runOver(orders);
        setResults([]);
      }
      const current = run.current;
      setState('running');
      try {
        await carryOn(current, act, form, dryRun, () => stop.current, (more) => setResults((known) => [...known, ...more]));
        const isThrough = current.at === current.chunks.length;
        if (dryRun || isThrough) run.current = null;
        setState(dryRun ? 'checked' : isThrough ? 'over' : 'stopped');
      } catch (caught) {
        const error = asApiError(caught);
        if (error.isPassing) {
          setState('interrupted');
        } else {
          // What was refused as a whole had no effect: the next try is another request.
          run.current = null;
          setState('asking');
          const others = placeErrors(error, (name) => NAMES[name] ?? null, (name, message) => setError(name as keyof ActForm, { message }), text);
          if (others.length > 0 || !error.problem.errors) toast.failed(t('error.title'), others.join(' ') || error.message, error);
        }
      } finally {
        if (!dryRun) void client.invalidateQueries({ queryKey: ['orders'] });
      }
    })();

  const close = () => {
    stop.current = true;
    if (state === 'over') onDone();
    onClose();
  };
  const again = () => {
    const refused = new Set(failed.map((result) => result.id));
    setOrders(orders.filter((order) => refused.has(order.id)));
    setResults([]);
    setState('asking');
  };
  const rule = (field: keyof ActForm, max?: number) => ({
    ...(needs.includes(field) ? { validate: (value: string) => value.trim() !== '' || t('field.required') } : {}),
    ...(max ? { maxLength: { value: max, message: t('field.tooLong', { max }) } } : {}),
  });
  const optional = (field: keyof ActForm) => (needs.includes(field) ? {} : { optional: t('field.optional') });
  const { solid, icon } = ACTIONS[act];
  const isOver = state === 'over';

  return (
    <Dialog
      open
      wide
      onClose={close}
      title={t(`bulk.title.${act}`, { count: orders.length })}
      description={t('bulk.hint')}
      footer={
        <>
          {isBusy ? (
            <Button size="lg" onClick={() => (stop.current = true)}>
              {t('bulk.stop')}
            </Button>
          ) : (
            <Button size="lg" onClick={close}>
              {isOver ? t('bulk.close') : t('action.cancel')}
            </Button>
          )}
          {isOver && failed.length > 0 && (
            <Button size="lg" onClick={again}>
              {t('bulk.retry')}
            </Button>
          )}
          {(state === 'asking' || state === 'checked') && (
            <Button size="lg" onClick={() => void go(true)}>
              {t('bulk.check')}
            </Button>
          )}
          {!isOver && (
            <Button look={solid} size="lg" icon={icon} busy={isBusy} onClick={() => void go(false)}>
              {state === 'interrupted' || state === 'stopped' ? t('bulk.continue') : t('bulk.apply', { count: orders.length })}
            </Button>
          )}
        </>
      }
    >
      {!isOver && (
        <fieldset disabled={isBusy || state === 'interrupted' || state === 'stopped'} className="mb-4 flex flex-col gap-4 empty:hidden">
          {fields.includes('carrier') && <TextField label={t('act.field.carrier')} list="bulk-carriers" {...register('carrier', rule('carrier', 100))} error={errors.carrier?.message} />}
          {fields.includes('carrier') && (
            <datalist id="bulk-carriers">
              {['DHL', 'UPS', 'DPD', 'GLS', 'FedEx', 'Hermes'].map((name) => (
                <option key={name} value={name} />
              ))}
            </datalist>
          )}
          {fields.includes('tracking') && <TextField label={t('act.field.tracking')} {...optional('tracking')} {...register('tracking', rule('tracking', 100))} error={errors.tracking?.message} />}
          {fields.includes('deliveredAt') && <TextField label={t('act.field.deliveredAt')} type="datetime-local" {...optional('deliveredAt')} {...register('deliveredAt')} error={errors.deliveredAt?.message} />}
          {fields.includes('reason') &&
            (act === 'abort' ? (
              <SelectField label={t('act.field.reason')} {...register('reason')}>
                <option value="lost">{t('reason.lost')}</option>
                <option value="returned_to_sender">{t('reason.returned_to_sender')}</option>
              </SelectField>
            ) : (
              <TextField label={t('act.field.reason')} {...register('reason', rule('reason', 100))} error={errors.reason?.message} />
            ))}
          {fields.includes('note') && <TextArea label={t('act.field.note')} {...optional('note')} {...register('note', rule('note', 2000))} error={errors.note?.message} />}
        </fieldset>
      )}
      {state !== 'asking' && <Outcome state={state} results={results} orders={orders} />}
    </Dialog>
  );
}

function Outcome({ state, results, orders }: { state: State; results: BulkResult[]; orders: Order[] }) {
  const { t } = useTranslation();
  const text = useServerText();
  const failed = results.filter((result) => result.status !== 200);
  const done = results.length - failed.length;
  const numbers = new Map(orders.map((order) => [order.id, order.number]));
  const isCheck = state === 'checked';
  return (
    <section aria-live="polite" className="flex flex-col gap-3">
      {state === 'interrupted' && <Banner>{t('bulk.interrupted')}</Banner>}
      {state === 'stopped' && <Banner tone="blue">{t('bulk.stopped')}</Banner>}
      {isCheck && <Banner tone="blue">{t('bulk.checked')}</Banner>}
      {state === 'running' && (
        <div>
          <progress max={orders.length} value={results.length} className="h-2 w-full accent-accent" aria-label={t('bulk.progress', { at: results.length, total: orders.length })} />
          <p className="num text-sm text-ink-2">{t('bulk.progress', { at: results.length, total: orders.length })}</p>
        </div>
      )}
      {results.length > 0 && (
        <p className="flex items-center gap-2">
          <CircleCheck aria-hidden className="size-4.5 text-green-ink" />
          {t(isCheck ? 'bulk.would' : 'bulk.done', { count: done })}
        </p>
      )}
      {failed.length > 0 && (
        <>
          <p className="flex items-center gap-2">
            <CircleAlert aria-hidden className="size-4.5 text-danger-ink" />
            {t(isCheck ? 'bulk.wouldFail' : 'bulk.failed', { count: failed.length })}
          </p>
          <ul className="max-h-64 overflow-y-auto rounded-card border border-line">
            {failed.map((result) => (
              <li key={result.id} className="flex flex-wrap gap-x-3 border-b border-line px-3 py-2 last:border-b-0">
                <span className="font-medium">{numbers.get(result.id)}</span>
                <span className="min-w-0 flex-1 text-ink-2">{text(result.code ?? 'unknown', result.detail ?? result.code ?? String(result.status))}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
