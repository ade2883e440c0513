import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { unwrap, users } from '@/api/client';
import { asApiError } from '@/api/errors';
import { Button } from '@/ui/button';
import { AuthFrame, linkClass } from './frame';

export function MailSent({ email }: { email: string }) {
  const { t } = useTranslation();
  const [state, setState] = useState<'idle' | 'busy' | 'sent'>('idle');
  const [failure, setFailure] = useState('');
  const resend = async () => {
    setState('busy');
    setFailure('');
    try {
      await unwrap(users.POST('/api/v1/auth/email/resend', { body: { email } }));
      setState('sent');
    } catch (caught) {
      const error = asApiError(caught);
      setFailure(error.status === 429 ? t('error.tooMany', { count: error.retryAfter ?? 5 }) : error.message);
      setState('idle');
    }
  };
  return (
    <AuthFrame
      title={t('auth.registered')}
      hint={t('auth.registeredHint', { email })}
      below={
        <Link to="/login" className={linkClass}>
          {t('auth.toSignIn')}
        </Link>
      }
    >
      <Button onClick={() => void resend()} busy={state === 'busy'} size="lg" className="w-full">
        {t('auth.resend')}
      </Button>
      <p role="status" className="mt-3 text-center text-ink-2">
        {failure || (state === 'sent' ? t('auth.resent') : '')}
      </p>
    </AuthFrame>
  );
}
