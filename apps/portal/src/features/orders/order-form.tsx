import { zodResolver } from '@hookform/resolvers/zod';
import { useBlocker } from '@tanstack/react-router';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { FormProvider, useForm, type FieldPath } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { placeErrors, type ApiError } from '@/api/errors';
import { amountText } from '@/lib/format';
import { useServerText } from '@/i18n/server-text';
import { drafts } from '@/lib/storage';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Dialog } from '@/ui/dialog';
import { TextArea } from '@/ui/field';
import { toast } from '@/ui/toast';
import { AddressFields } from './address-fields';
import { formField, isBlank, orderSchema, type OrderForm } from './draft';
import { LineFields } from './line-fields';
import { TotalBar } from './total-bar';

type Props = {
  initial: OrderForm;
  /** Where what was typed is kept when a session ends. */
  draft: string;
  submitLabel: string;
  busy: boolean;
  before?: ReactNode;
  /** Sends the form; an error is placed at its fields. Null when it is done. */
  onSubmit: (form: OrderForm) => Promise<ApiError | null>;
  onCancel: () => void;
};

/** The lines, the address and the wish of an order: to place one or to change one. */
export function OrderFields({ initial, draft, submitLabel, busy, before, onSubmit, onCancel }: Props) {
  const { t } = useTranslation();
  const text = useServerText();
  const schema = useMemo(
    () =>
      orderSchema({
        required: t('field.required'),
        quantity: t('form.badQuantity'),
        price: t('form.badPrice', { example: amountText(1990, 'EUR') }),
        tooLong: (max) => t('field.tooLong', { max }),
      }),
    [t],
  );
  const [restored] = useState(() => drafts.read<OrderForm>(draft));
  const form = useForm<OrderForm>({ defaultValues: initial, resolver: zodResolver(schema), mode: 'onSubmit' });
  const { handleSubmit, setError, setFocus, register, formState, getValues, setValue, reset } = form;
  const [isDone, setDone] = useState(false);
  const isDirty = formState.isDirty && !isDone;

  useEffect(() => {
    if (!restored) return;
    drafts.write(draft, null);
    reset(initial);
    for (const [name, value] of Object.entries(restored)) setValue(name as keyof OrderForm, value as never, { shouldDirty: true });
    toast.done(t('form.restored'));
  }, [restored, draft, initial, reset, setValue, t]);

  const blocker = useBlocker({
    shouldBlockFn: ({ next }) => {
      // A session that ended leads to the sign-in page; what was typed waits for the return.
      if (next.pathname === '/login') drafts.write(draft, getValues());
      return isDirty && next.pathname !== '/login';
    },
    enableBeforeUnload: () => isDirty,
    withResolver: true,
  });

  const submit = () => {
    const filled = getValues('lines').filter((line) => !isBlank(line));
    // Empty rows at the end are no mistake.
    if (filled.length > 0 && filled.length < getValues('lines').length) setValue('lines', filled);
    return handleSubmit(async (values) => {
      setDone(true);
      const error = await onSubmit(values);
      if (!error) return;
      setDone(false);
      let first: FieldPath<OrderForm> | null = null;
      const others = placeErrors(
        error,
        formField,
        (name, message) => {
          const path = name as FieldPath<OrderForm>;
          first ??= path;
          setError(path, { message });
        },
        text,
      );
      if (first) setFocus(first);
      if (others.length > 0) toast.failed(t('error.title'), others.join(' '), error);
    })();
  };

  return (
    <FormProvider {...form}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            void submit();
          }
        }}
        className="flex flex-col gap-5"
      >
        {before}
        <LineFields />
        <AddressFields />
        <Card title={t('form.note')}>
          <TextArea label={t('form.note')} hideLabel hint={t('form.noteHint')} {...register('note')} error={formState.errors.note?.message} />
        </Card>
        <TotalBar busy={busy} submitLabel={submitLabel} onCancel={onCancel} failed={formState.submitCount > 0 && Object.keys(formState.errors).length > 0} />
      </form>
      {blocker.status === 'blocked' && (
        <Dialog
          open
          onClose={blocker.reset}
          title={t('form.discard')}
          footer={
            <>
              <Button size="lg" onClick={blocker.reset}>
                {t('form.stay')}
              </Button>
              <Button size="lg" look="danger-solid" onClick={blocker.proceed}>
                {t('form.leave')}
              </Button>
            </>
          }
        >
          <p className="text-ink-2">{t('form.discardHint')}</p>
        </Dialog>
      )}
    </FormProvider>
  );
}
