import { Link } from '@tanstack/react-router';
import { CircleAlert } from 'lucide-react';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { unwrap, users } from '@/api/client';
import { asApiError, placeErrors } from '@/api/errors';
import { Button } from '@/ui/button';
import { TextField } from '@/ui/field';
import { Banner } from '@/ui/states';
import { AuthFrame, linkClass } from './frame';
import { MailSent } from './mail-sent';
import { PasswordField } from '@/ui/password-field';
import { Strength } from '@/ui/strength';
import { useServerText } from '@/i18n/server-text';

type Form = { name: string; email: string; password: string };
const FIELDS = ['name', 'email', 'password'] as const;

export function Register() {
  const { t, i18n } = useTranslation();
  const text = useServerText();
  const [sentTo, setSentTo] = useState('');
  const [failure, setFailure] = useState('');
  const { register, handleSubmit, setError, setFocus, watch, formState } = useForm<Form>({ defaultValues: { name: '', email: '', password: '' } });
  const { errors, isSubmitting } = formState;

  const submit = handleSubmit(async (form) => {
    setFailure('');
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    try {
      await unwrap(users.POST('/api/v1/auth/register', { body: { name: form.name.trim(), email: form.email.trim(), password: form.password, locale: i18n.language, ...(zone ? { time_zone: zone } : {}) } }));
      setSentTo(form.email.trim());
    } catch (caught) {
      const error = asApiError(caught);
      let first: (typeof FIELDS)[number] | null = null;
      const others = placeErrors(
        error,
        (name) => FIELDS.find((one) => one === name) ?? null,
        (name, message) => {
          const field = name as (typeof FIELDS)[number];
          first ??= field;
          setError(field, { message });
        },
        text,
      );
      if (first) setFocus(first);
      else setFailure(others[0] ?? (error.status === 429 ? t('error.tooMany', { count: error.retryAfter ?? 5 }) : error.message));
    }
  });

  if (sentTo) return <MailSent email={sentTo} />;
  const required = { required: t('field.required') };
  return (
    <AuthFrame
      title={t('auth.register')}
      hint={t('auth.registerHint')}
      below={
        <>
          {t('auth.haveAccount')}{' '}
          <Link to="/login" className={linkClass}>
            {t('auth.signIn')}
          </Link>
        </>
      }
    >
      <form onSubmit={(event) => void submit(event)} noValidate className="flex flex-col gap-4">
        <div role="alert" className="empty:hidden">
          {failure && (
            <Banner tone="red" icon={CircleAlert}>
              {failure}
            </Banner>
          )}
        </div>
        <TextField label={t('auth.name')} autoComplete="name" autoFocus maxLength={200} {...register('name', required)} error={errors.name?.message} />
        <TextField
          label={t('auth.email')}
          type="email"
          autoComplete="email"
          maxLength={254}
          {...register('email', { ...required, pattern: { value: /^\S+@\S+\.\S+$/, message: t('field.email') } })}
          error={errors.email?.message}
        />
        <div>
          <PasswordField
            label={t('auth.password')}
            autoComplete="new-password"
            {...register('password', { ...required, minLength: { value: 8, message: t('auth.passwordHint') } })}
            hint={t('auth.passwordHint')}
            error={errors.password?.message}
          />
          <Strength password={watch('password')} />
        </div>
        <Button type="submit" look="primary" size="lg" busy={isSubmitting}>
          {t('auth.register')}
        </Button>
      </form>
    </AuthFrame>
  );
}
