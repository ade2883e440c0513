import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { unwrap, users } from '@/api/client';
import { asApiError } from '@/api/errors';
import { Button } from '@/ui/button';
import { TextField } from '@/ui/field';
import { AuthFrame, linkClass } from './frame';

export function ForgotPassword() {
  const { t } = useTranslation();
  const [sentTo, setSentTo] = useState('');
  const { register, handleSubmit, setError, formState } = useForm<{ email: string }>({ defaultValues: { email: '' } });
  const { errors, isSubmitting } = formState;
  const submit = handleSubmit(async ({ email }) => {
    try {
      await unwrap(users.POST('/api/v1/auth/password/forgot', { body: { email: email.trim() } }));
      setSentTo(email.trim());
    } catch (caught) {
      const error = asApiError(caught);
      setError('email', { message: error.status === 429 ? t('error.tooMany', { count: error.retryAfter ?? 5 }) : error.isNetwork ? t('error.network') : t('field.email') });
    }
  });
  const back = (
    <Link to="/login" className={linkClass}>
      {t('auth.toSignIn')}
    </Link>
  );
  if (sentTo) {
    return (
      <AuthFrame title={t('auth.registered')} below={back}>
        <p className="text-ink-2">{t('auth.forgotDone', { email: sentTo })}</p>
      </AuthFrame>
    );
  }
  return (
    <AuthFrame title={t('auth.forgotTitle')} hint={t('auth.forgotHint')} below={back}>
      <form onSubmit={(event) => void submit(event)} noValidate className="flex flex-col gap-4">
        <TextField
          label={t('auth.email')}
          type="email"
          autoComplete="email"
          autoFocus
          {...register('email', { required: t('field.required'), pattern: { value: /^\S+@\S+\.\S+$/, message: t('field.email') } })}
          error={errors.email?.message}
        />
        <Button type="submit" look="primary" size="lg" busy={isSubmitting}>
          {t('auth.sendLink')}
        </Button>
      </form>
    </AuthFrame>
  );
}
