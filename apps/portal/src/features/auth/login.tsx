import { Link, useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import { CircleAlert } from 'lucide-react';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { asApiError } from '@/api/errors';
import { session } from '@/api/session';
import { Button } from '@/ui/button';
import { TextField } from '@/ui/field';
import { Banner } from '@/ui/states';
import { AuthFrame, linkClass } from './frame';
import { PasswordField } from '@/ui/password-field';
import { useCountdown } from './use-countdown';

type Form = { email: string; password: string };

export function Login() {
  const { t } = useTranslation();
  const { to } = useSearch({ from: '/login' });
  const navigate = useNavigate();
  const router = useRouter();
  const client = useQueryClient();
  const [failure, setFailure] = useState('');
  const [wait, startWait] = useCountdown();
  const { register, handleSubmit, resetField, setFocus, formState } = useForm<Form>({ defaultValues: { email: '', password: '' } });
  const { errors, isSubmitting } = formState;

  const submit = handleSubmit(async ({ email, password }) => {
    setFailure('');
    try {
      await session.signIn(email.trim(), password);
      client.clear();
      if (to) router.history.push(to);
      else await navigate({ to: '/' });
    } catch (caught) {
      const error = asApiError(caught);
      if (error.status === 429) startWait(error.retryAfter ?? 5);
      // Unknown, wrong and locked look the same: the page must not tell which accounts there are.
      else setFailure(error.status === 401 || error.status === 422 ? t('auth.refused') : error.isNetwork ? t('error.network') : error.message);
      if (error.status === 401) {
        resetField('password');
        setFocus('password');
      }
    }
  });

  const required = { required: t('field.required') };
  return (
    <AuthFrame
      title={t('auth.signIn')}
      hint={to && session.wasEnded ? t('auth.ended') : t('auth.signInHint')}
      below={
        <>
          {t('auth.noAccount')}{' '}
          <Link to="/register" className={linkClass}>
            {t('auth.register')}
          </Link>
        </>
      }
    >
      <form onSubmit={(event) => void submit(event)} noValidate className="flex flex-col gap-4">
        <div role="alert" className="empty:hidden">
          {(failure || wait > 0) && (
            <Banner tone="red" icon={CircleAlert}>
              {wait > 0 ? t('auth.tooMany', { count: wait }) : failure}
            </Banner>
          )}
        </div>
        <TextField label={t('auth.email')} type="email" autoComplete="username" autoFocus {...register('email', required)} error={errors.email?.message} />
        <PasswordField label={t('auth.password')} autoComplete="current-password" {...register('password', required)} error={errors.password?.message} />
        <Link to="/forgot-password" className={`${linkClass} self-start`}>
          {t('auth.forgot')}
        </Link>
        <Button type="submit" look="primary" size="lg" busy={isSubmitting} disabled={wait > 0}>
          {t('auth.signIn')}
        </Button>
      </form>
    </AuthFrame>
  );
}
