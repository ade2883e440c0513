import { useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { unwrap, users } from '@/api/client';
import { asApiError, placeErrors } from '@/api/errors';
import { useServerText } from '@/i18n/server-text';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { PasswordField } from '@/ui/password-field';
import { Strength } from '@/ui/strength';
import { toast } from '@/ui/toast';

type Form = { current_password: string; password: string };

export function PasswordCard({ email }: { email: string }) {
  const { t } = useTranslation();
  const text = useServerText();
  const client = useQueryClient();
  const { register, handleSubmit, setError, reset, watch, formState } = useForm<Form>({ defaultValues: { current_password: '', password: '' } });
  const { errors, isSubmitting } = formState;
  const submit = handleSubmit(async (body) => {
    try {
      await unwrap(users.POST('/api/v1/me/password', { body }));
      reset();
      toast.done(t('account.passwordChanged'));
      void client.invalidateQueries({ queryKey: ['me', 'sessions'] });
    } catch (caught) {
      const error = asApiError(caught);
      if (error.code === 'identity.bad_credentials' || error.status === 401 || error.status === 403) {
        setError('current_password', { message: t('account.passwordWrong') }, { shouldFocus: true });
        return;
      }
      const others = placeErrors(error, (name) => (name in body ? name : null), (name, message) => setError(name as keyof Form, { message }, { shouldFocus: true }), text);
      if (others.length > 0 || !error.problem.errors?.length) toast.failed(t('error.title'), others.join(' ') || (error.isNetwork ? t('error.network') : error.message), error);
    }
  });
  const required = { required: t('field.required') };
  return (
    <Card title={t('account.password')}>
      <p className="mb-4 text-ink-2">{t('account.passwordHint')}</p>
      <form onSubmit={(event) => void submit(event)} noValidate className="grid items-start gap-4 sm:grid-cols-2">
        <input type="email" autoComplete="username" value={email} readOnly hidden />
        <PasswordField label={t('account.currentPassword')} autoComplete="current-password" {...register('current_password', required)} error={errors.current_password?.message} />
        <div>
          <PasswordField
            label={t('account.newPassword')}
            autoComplete="new-password"
            hint={t('auth.passwordHint')}
            {...register('password', { ...required, minLength: { value: 8, message: t('auth.passwordHint') } })}
            error={errors.password?.message}
          />
          <Strength password={watch('password')} />
        </div>
        <div className="sm:col-span-2">
          <Button type="submit" busy={isSubmitting}>
            {t('account.changePassword')}
          </Button>
        </div>
      </form>
    </Card>
  );
}
