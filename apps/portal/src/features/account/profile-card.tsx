import { useQueryClient } from '@tanstack/react-query';
import { CircleAlert, CircleCheck } from 'lucide-react';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { unwrap, users } from '@/api/client';
import { asApiError, placeErrors } from '@/api/errors';
import type { Account } from '@/api/types';
import { meQuery } from '@/features/auth/queries';
import { useRoleText } from '@/i18n/roles';
import { useServerText } from '@/i18n/server-text';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Chip } from '@/ui/chip';
import { SelectField, TextField } from '@/ui/field';
import { Banner } from '@/ui/states';
import { toast } from '@/ui/toast';

type Form = { name: string; phone: string; locale: string; time_zone: string };

const zones = (given: string): string[] => {
  const known = typeof Intl.supportedValuesOf === 'function' ? Intl.supportedValuesOf('timeZone') : [];
  return [...new Set([given, 'UTC', ...known])];
};

export function ProfileCard({ me }: { me: Account }) {
  const { t } = useTranslation();
  const role = useRoleText();
  const text = useServerText();
  const client = useQueryClient();
  const [version, setVersion] = useState(me.version);
  const [conflict, setConflict] = useState(false);
  const { register, handleSubmit, setError, reset, formState } = useForm<Form>({ defaultValues: { name: me.name, phone: me.phone ?? '', locale: me.locale, time_zone: me.time_zone } });
  const { errors, isSubmitting, isDirty } = formState;
  const here = new Intl.DateTimeFormat().resolvedOptions().timeZone;

  const submit = handleSubmit(async (form) => {
    const body = { name: form.name.trim(), phone: form.phone.replace(/[\s()/-]/g, '') || null, locale: form.locale, time_zone: form.time_zone };
    try {
      const saved = await unwrap(users.PATCH('/api/v1/me', { params: { header: { 'If-Match': `"${version}"` } }, body }));
      client.setQueryData(meQuery.queryKey, saved);
      setVersion(saved.version);
      setConflict(false);
      reset({ ...form, phone: saved.phone ?? '' });
      toast.done(t('account.saved'));
    } catch (caught) {
      const error = asApiError(caught);
      if (error.status === 412) {
        const now = await client.fetchQuery({ ...meQuery, staleTime: 0 });
        setVersion(now.version);
        setConflict(true);
        return;
      }
      const known = (name: string) => (name in body ? name : null);
      const others = placeErrors(error, known, (name, message) => setError(name as keyof Form, { message }, { shouldFocus: true }), text);
      if (others.length > 0 || !error.problem.errors?.length) toast.failed(t('error.title'), others.join(' ') || (error.isNetwork ? t('error.network') : error.message), error);
    }
  });
  return (
    <Card title={t('account.profile')}>
      <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-4 sm:grid-cols-2">
        {conflict && (
          <div role="alert" className="sm:col-span-2">
            <Banner icon={CircleAlert}>{t('account.conflict')}</Banner>
          </div>
        )}
        <div className="flex flex-wrap items-center gap-2 sm:col-span-2">
          {me.verified_at ? (
            <Chip tone="green" icon={CircleCheck}>
              {t('account.verified')}
            </Chip>
          ) : (
            <Chip tone="amber" icon={CircleAlert}>
              {t('account.unverified')}
            </Chip>
          )}
          {me.roles.map((one) => (
            <Chip key={one} tone="grey">
              {role(one)}
            </Chip>
          ))}
        </div>
        <TextField label={t('account.name')} autoComplete="name" maxLength={200} {...register('name', { required: t('field.required') })} error={errors.name?.message} />
        <TextField label={t('account.phone')} optional={t('field.optional')} type="tel" autoComplete="tel" hint={t('account.phoneHint')} {...register('phone')} error={errors.phone?.message} />
        <SelectField label={t('account.language')} {...register('locale')} error={errors.locale?.message}>
          {[...new Set([me.locale, 'en', 'de'])].map((code) => (
            <option key={code} value={code}>
              {code === 'en' ? 'English' : code === 'de' ? 'Deutsch' : code}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t('account.zone')}
          {...register('time_zone')}
          hint={here && here !== me.time_zone ? t('account.zoneDiffers', { zone: here }) : undefined}
          error={errors.time_zone?.message}
        >
          {zones(me.time_zone).map((zone) => (
            <option key={zone} value={zone}>
              {zone.replaceAll('_', ' ')}
            </option>
          ))}
        </SelectField>
        <div className="sm:col-span-2">
          <Button type="submit" look="primary" busy={isSubmitting} disabled={!isDirty && !conflict}>
            {t('action.save')}
          </Button>
        </div>
      </form>
    </Card>
  );
}
