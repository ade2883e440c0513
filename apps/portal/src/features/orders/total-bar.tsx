import { CircleAlert } from 'lucide-react';
import { useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { money } from '@/lib/format';
import { Button } from '@/ui/button';
import { totalOf, type OrderForm } from './draft';

type Props = { busy: boolean; submitLabel: string; onCancel: () => void; failed: boolean };

/** The sum and the buttons; on a phone it stays above the navigation. */
export function TotalBar({ busy, submitLabel, onCancel, failed }: Props) {
  const { t } = useTranslation();
  const { control } = useFormContext<OrderForm>();
  const [lines, currency] = useWatch({ control, name: ['lines', 'currency'] });
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 rounded-card border border-line bg-surface px-5 py-4 shadow-card">
      <div>
        <p className="text-xs text-ink-3">{t('form.total')}</p>
        <output aria-live="polite" className="num block text-lg font-semibold">
          {money({ amount: totalOf({ lines, currency }), currency })}
        </output>
      </div>
      <div className="flex flex-1 flex-wrap items-center justify-end gap-2 max-sm:basis-full">
        <p role="alert" className="flex max-sm:basis-full items-center gap-1.5 text-sm text-danger-ink">
          {failed && (
            <>
              <CircleAlert aria-hidden className="size-4" />
              {t('error.check')}
            </>
          )}
        </p>
        <Button size="lg" onClick={onCancel} className="max-sm:flex-auto">
          {t('action.cancel')}
        </Button>
        <Button type="submit" size="lg" look="primary" busy={busy} className="max-sm:flex-auto">
          {submitLabel}
        </Button>
      </div>
    </div>
  );
}
