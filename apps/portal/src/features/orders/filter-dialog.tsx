import { useNavigate } from '@tanstack/react-router';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { OrderStatus } from '@/api/types';
import { defined } from '@/lib/search';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { SelectField, TextField } from '@/ui/field';
import { STATUS, STATUSES } from '@/ui/status';
import { CURRENCIES } from './currencies';
import { parseOrderSearch, type OrderSearch } from './search';

type Form = { status: OrderStatus[]; from: string; until: string; currency: string; min: string; max: string; sku: string; country: string; carrier: string };

export function FilterDialog({ search, onClose }: { search: OrderSearch; onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { register, handleSubmit, watch } = useForm<Form>({
    defaultValues: {
      status: search.status ?? [],
      from: search.from ?? '',
      until: search.until ?? '',
      currency: search.currency ?? '',
      min: search.min ?? '',
      max: search.max ?? '',
      sku: search.sku ?? '',
      country: search.country ?? '',
      carrier: search.carrier ?? '',
    },
  });
  const hasCurrency = watch('currency') !== '';
  const apply = handleSubmit((form) => {
    const statuses = Array.isArray(form.status) ? form.status : [form.status];
    const next = parseOrderSearch({ ...form, status: statuses, ...defined({ view: statuses.length > 0 ? undefined : search.view, q: search.q, sort: search.sort, customer: search.customer }) });
    if (!hasCurrency) {
      delete next.min;
      delete next.max;
    }
    onClose();
    void navigate({ to: '/orders', search: next });
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('orders.filter')}
      description={t('orders.filterHint')}
      footer={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button look="primary" onClick={() => void apply()}>
            {t('orders.apply')}
          </Button>
        </>
      }
    >
      <form onSubmit={(event) => void apply(event)} className="flex flex-col gap-4">
        <fieldset>
          <legend className="mb-1.5 text-sm font-medium">{t('orders.col.status')}</legend>
          <div className="grid grid-cols-2 gap-x-4">
            {STATUSES.map((status) => (
              <label key={status} className="flex min-h-9 items-center gap-2.5 pointer-coarse:min-h-11">
                <input type="checkbox" value={status} {...register('status')} className="size-4.5 accent-accent" />
                {t(STATUS[status].label)}
              </label>
            ))}
          </div>
        </fieldset>
        <div className="grid grid-cols-2 gap-4">
          <TextField label={t('orders.from')} type="date" {...register('from')} />
          <TextField label={t('orders.until')} type="date" {...register('until')} />
        </div>
        <div className="grid grid-cols-2 gap-4 sm:grid-cols-3">
          <SelectField label={t('orders.currency')} {...register('currency')} frameClass="max-sm:col-span-2">
            <option value="">{t('orders.anyCurrency')}</option>
            {CURRENCIES.map((code) => (
              <option key={code} value={code}>
                {code}
              </option>
            ))}
          </SelectField>
          <TextField label={t('orders.min')} inputMode="decimal" disabled={!hasCurrency} {...register('min')} />
          <TextField label={t('orders.max')} inputMode="decimal" disabled={!hasCurrency} {...register('max')} />
        </div>
        <div className="grid grid-cols-2 gap-4 sm:grid-cols-3">
          <TextField label={t('orders.sku')} maxLength={64} frameClass="max-sm:col-span-2" {...register('sku')} />
          <TextField label={t('orders.country')} maxLength={2} placeholder="DE" autoCapitalize="characters" {...register('country')} />
          <TextField label={t('orders.carrier')} maxLength={100} {...register('carrier')} />
        </div>
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}
