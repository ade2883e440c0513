import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ApiError, placeErrors } from '@/api/errors';
import type { Order } from '@/api/types';
import { useMe } from '@/features/auth/queries';
import { useServerText } from '@/i18n/server-text';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { SelectField, TextArea, TextField } from '@/ui/field';
import { toast } from '@/ui/toast';
import { ACTIONS, perform, type Act, type ActForm } from './actions';
import { ConflictPanel } from './conflict-panel';
import { useSend } from './use-send';

const EMPTY: ActForm = { reason: '', note: '', carrier: '', tracking: '', deliveredAt: '', confirm: '' };
/** The service's names of the fields. */
const NAMES: Record<string, keyof ActForm> = { reason: 'reason', note: 'note', carrier: 'carrier', tracking_number: 'tracking', delivered_at: 'deliveredAt' };

type Props = { order: Order; act: Act; onClose: () => void; onDone?: (order: Order) => void };

/** One step on an order, with what it asks for. Nothing happens before its button is pressed. */
export function ActionDialog({ order, act, onClose, onDone }: Props) {
  const { t } = useTranslation();
  const text = useServerText();
  const me = useMe();
  const { send, isBusy, wait, conflict } = useSend(order);
  const { register, handleSubmit, setError, formState } = useForm<ActForm>({ defaultValues: { ...EMPTY, reason: act === 'abort' ? 'lost' : '' } });
  const { errors } = formState;
  const { fields, required, solid, icon } = ACTIONS[act];
  const needs = required(order, order.customer_id === me?.id);
  const isGone = conflict !== null && !conflict.order.allowed_actions.includes(act);

  const submit = handleSubmit(async (form) => {
    const answer = await send((sent) => perform(act, order.id, form, sent));
    if (!(answer instanceof ApiError)) {
      toast.done(t(`act.${act}.done`, { number: order.number }));
      onClose();
      onDone?.(answer);
      return;
    }
    const others = placeErrors(answer, (name) => NAMES[name] ?? null, (name, message) => setError(name as keyof ActForm, { message }), text);
    if (others.length > 0) toast.failed(t('error.title'), others.join(' '), answer);
    if (answer.status === 409 || answer.status === 403 || answer.status === 404) onClose();
  });

  const rule = (field: keyof ActForm, max?: number) => ({
    ...(needs.includes(field) ? { validate: (value: string) => value.trim() !== '' || t('field.required') } : {}),
    ...(max ? { maxLength: { value: max, message: t('field.tooLong', { max }) } } : {}),
  });
  const optional = (field: keyof ActForm) => (needs.includes(field) ? {} : { optional: t('field.optional') });
  const has = (field: keyof ActForm) => fields.includes(field);
  return (
    <Dialog
      open
      onClose={onClose}
      title={t(`act.${act}.title`, { number: order.number })}
      description={t(`act.${act}.hint`)}
      footer={
        <>
          <Button onClick={onClose} size="lg">
            {t('action.cancel')}
          </Button>
          <Button look={solid} size="lg" icon={icon} busy={isBusy} disabled={isGone} onClick={() => void submit()}>
            {wait > 0 ? t('error.tooMany', { count: wait }) : conflict ? t('action.doAnyway') : t(`act.${act}`)}
          </Button>
        </>
      }
    >
      {conflict && <ConflictPanel conflict={conflict} />}
      <form
        onSubmit={(event) => void submit(event)}
        onKeyDown={(event) => event.key === 'Enter' && (event.ctrlKey || event.metaKey) && void submit()}
        noValidate
        className="flex flex-col gap-4"
      >
        {has('carrier') && <TextField label={t('act.field.carrier')} autoFocus list="carriers" {...register('carrier', rule('carrier', 100))} error={errors.carrier?.message} />}
        {has('carrier') && (
          <datalist id="carriers">
            {['DHL', 'UPS', 'DPD', 'GLS', 'FedEx', 'Hermes'].map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
        )}
        {has('tracking') && <TextField label={t('act.field.tracking')} {...optional('tracking')} {...register('tracking', rule('tracking', 100))} error={errors.tracking?.message} />}
        {has('deliveredAt') && (
          <TextField label={t('act.field.deliveredAt')} type="datetime-local" {...optional('deliveredAt')} {...register('deliveredAt')} error={errors.deliveredAt?.message} />
        )}
        {has('reason') &&
          (act === 'abort' ? (
            <SelectField label={t('act.field.reason')} {...register('reason')}>
              <option value="lost">{t('reason.lost')}</option>
              <option value="returned_to_sender">{t('reason.returned_to_sender')}</option>
            </SelectField>
          ) : (
            <TextField label={t('act.field.reason')} autoFocus {...optional('reason')} {...register('reason', rule('reason', 100))} error={errors.reason?.message} />
          ))}
        {has('note') && <TextArea label={t('act.field.note')} autoFocus={act === 'approve'} {...optional('note')} {...register('note', rule('note', 2000))} error={errors.note?.message} />}
        {has('confirm') && (
          <TextField
            label={t('act.field.confirm', { number: order.number })}
            autoComplete="off"
            {...register('confirm', { validate: (value) => value.trim() === order.number || t('act.field.confirmWrong') })}
            error={errors.confirm?.message}
          />
        )}
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}
