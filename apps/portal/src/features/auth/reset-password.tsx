import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { unwrap, users } from '@/api/client';
import { asApiError, placeErrors } from '@/api/errors';
import { Button, LinkButton } from '@/ui/button';
import { AuthFrame, linkClass } from './frame';
import { PasswordField } from '@/ui/password-field';
import { useServerText } from '@/i18n/server-text';
import { Strength } from '@/ui/strength';
import { useLinkToken } from './use-link-token';

export function ResetPassword() {
  const { t } = useTranslation();
  const text = useServerText();
  const token = useLinkToken();
  const [state, setState] = useState<'form' | 'done' | 'bad'>(token ? 'form' : 'bad');
  const { register, handleSubmit, setError, watch, formState } = useForm<{ password: string }>({ defaultValues: { password: '' } });
  const { errors, isSubmitting } = formState;
  const submit = handleSubmit(async ({ password }) => {
    try {
      await unwrap(users.POST('/api/v1/auth/password/reset', { body: { token, password } }));
      setState('done');
    } catch (caught) {
      const error = asApiError(caught);
      const set = (_: string, message: string) => setError('password', { message });
      const others = placeErrors(error, (name) => (name === 'password' ? name : null), set, text);
      if (error.problem.errors?.some((one) => one.field === '/password')) return;
      if (error.isPassing) set('password', error.isNetwork ? t('error.network') : error.message);
      else setState(others.length > 0 || error.status < 500 ? 'bad' : 'form');
    }
  });
  const below = (
    <Link to="/forgot-password" className={linkClass}>
      {t('auth.newLink')}
    </Link>
  );
  if (state !== 'form') {
    return (
      <AuthFrame title={t('auth.resetTitle')} below={state === 'bad' ? below : undefined}>
        <p role="status" className="mb-5 text-ink-2">
          {t(state === 'done' ? 'auth.resetDone' : token ? 'auth.linkBad' : 'auth.linkMissing')}
        </p>
        <LinkButton to="/login" look={state === 'done' ? 'primary' : 'secondary'} size="lg" className="w-full">
          {t('auth.toSignIn')}
        </LinkButton>
      </AuthFrame>
    );
  }
  return (
    <AuthFrame title={t('auth.resetTitle')} hint={t('auth.resetHint')}>
      <form onSubmit={(event) => void submit(event)} noValidate className="flex flex-col gap-4">
        <div>
          <PasswordField
            label={t('auth.newPassword')}
            autoComplete="new-password"
            autoFocus
            {...register('password', { required: t('field.required'), minLength: { value: 8, message: t('auth.passwordHint') } })}
            hint={t('auth.passwordHint')}
            error={errors.password?.message}
          />
          <Strength password={watch('password')} />
        </div>
        <Button type="submit" look="primary" size="lg" busy={isSubmitting}>
          {t('auth.setPassword')}
        </Button>
      </form>
    </AuthFrame>
  );
}
