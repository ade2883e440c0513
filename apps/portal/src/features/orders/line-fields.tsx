import { Plus, Trash2 } from 'lucide-react';
import { type ClipboardEvent } from 'react';
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { money } from '@/lib/format';
import { parseRows } from '@/lib/spreadsheet';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { SelectField, TextField } from '@/ui/field';
import { IconButton } from '@/ui/icon-button';
import { toast } from '@/ui/toast';
import { CURRENCIES } from './currencies';
import { EMPTY_LINE, isBlank, lineTotal, MAX_LINES, type LineForm, type OrderForm } from './draft';

export function LineFields() {
  const { t } = useTranslation();
  const { control, register, getValues, setFocus } = useFormContext<OrderForm>();
  const { fields, append, remove, replace } = useFieldArray({ control, name: 'lines' });
  const currency = useWatch({ control, name: 'currency' });
  const known = CURRENCIES.includes(currency as (typeof CURRENCIES)[number]) ? CURRENCIES : [currency, ...CURRENCIES];

  const paste = (index: number) => (event: ClipboardEvent) => {
    const rows = parseRows(event.clipboardData.getData('text/plain'));
    if (rows.length === 0) return;
    event.preventDefault();
    const lines = getValues('lines');
    const kept = isBlank(lines[index] ?? EMPTY_LINE) ? 1 : 0;
    const next = [...lines.slice(0, index), ...rows, ...lines.slice(index + kept)].slice(0, MAX_LINES);
    replace(next);
    toast.done(t('form.pasted', { count: rows.length }));
  };
  const add = () => {
    append({ ...EMPTY_LINE });
    setTimeout(() => setFocus(`lines.${fields.length}.sku`));
  };
  const drop = (index: number) => {
    if (fields.length === 1) replace([{ ...EMPTY_LINE }]);
    else remove(index);
    setTimeout(() => setFocus(`lines.${Math.max(0, index - 1)}.sku`));
  };
  return (
    <Card
      title={t('form.lines')}
      flush
      aside={
        <SelectField label={t('form.currency')} hideLabel small frameClass="w-24" {...register('currency')}>
          {known.map((code) => (
            <option key={code} value={code}>
              {code}
            </option>
          ))}
        </SelectField>
      }
    >
      <p className="px-5 pb-3 text-xs text-ink-3">{t('form.linesHint')}</p>
      <div>
        {fields.map((field, index) => (
          <Line key={field.id} index={index} currency={currency} onPaste={paste(index)} onRemove={() => drop(index)} />
        ))}
      </div>
      <div className="border-t border-line px-5 py-3">
        <Button icon={Plus} size="sm" look="ghost" onClick={add} disabled={fields.length >= MAX_LINES} className="-ms-2.5">
          {t('form.addLine')}
        </Button>
      </div>
    </Card>
  );
}

type LineProps = { index: number; currency: string; onPaste: (event: ClipboardEvent) => void; onRemove: () => void };

function Line({ index, currency, onPaste, onRemove }: LineProps) {
  const { t } = useTranslation();
  const { control, register, formState } = useFormContext<OrderForm>();
  const line = useWatch({ control, name: `lines.${index}` }) as LineForm | undefined;
  const errors = formState.errors.lines?.[index];
  const total = line ? lineTotal(line, currency) : null;
  const number = index + 1;
  return (
    <fieldset onPaste={onPaste} className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto] items-start gap-3 border-t border-line px-5 py-4 md:grid-cols-[8rem_minmax(0,1fr)_4.5rem_6.5rem_5.5rem_auto]">
      <legend className="sr-only">{t('form.line', { number })}</legend>
      <TextField label={t('form.sku')} autoComplete="off" {...register(`lines.${index}.sku`)} error={errors?.sku?.message} frameClass="col-span-2 md:col-span-1" />
      <IconButton icon={Trash2} label={t('form.removeLine', { number })} onClick={onRemove} className="mt-6 md:order-last" />
      <TextField label={t('form.name')} autoComplete="off" {...register(`lines.${index}.name`)} error={errors?.name?.message} frameClass="col-span-3 md:col-span-1" />
      <TextField label={t('form.quantity')} inputMode="numeric" autoComplete="off" {...register(`lines.${index}.quantity`)} error={errors?.quantity?.message} className="num text-end" />
      <TextField label={t('form.price')} inputMode="decimal" autoComplete="off" {...register(`lines.${index}.price`)} error={errors?.price?.message} className="num text-end" />
      <p className="pt-8 text-end max-md:pt-9">
        <span className="sr-only">{t('form.lineTotal')}</span>
        <span className="num font-medium whitespace-nowrap">{total === null ? t('state.none') : money({ amount: total, currency })}</span>
      </p>
    </fieldset>
  );
}
