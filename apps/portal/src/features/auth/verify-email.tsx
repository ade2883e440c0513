import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { unwrap, users } from '@/api/client';
import { asApiError } from '@/api/errors';
import { Button, LinkButton } from '@/ui/button';
import { AuthFrame, linkClass } from './frame';
import { useLinkToken } from './use-link-token';

/** Acts on a click, not on being opened: mail scanners open links too. */
export function VerifyEmail() {
  const { t } = useTranslation();
  const token = useLinkToken();
  const [state, setState] = useState<'ask' | 'busy' | 'done' | 'bad'>(token ? 'ask' : 'bad');
  const [failure, setFailure] = useState('');
  const confirm = async () => {
    setState('busy');
    setFailure('');
    try {
      await unwrap(users.POST('/api/v1/auth/email/verify', { body: { token } }));
      setState('done');
    } catch (caught) {
      const error = asApiError(caught);
      setState(error.isPassing ? 'ask' : 'bad');
      if (error.isPassing) setFailure(error.isNetwork ? t('error.network') : error.message);
    }
  };
  const isOpen = state === 'ask' || state === 'busy';
  return (
    <AuthFrame
      title={t('auth.verifyTitle')}
      hint={isOpen ? t('auth.verifyHint') : undefined}
      below={
        state === 'bad' ? (
          <Link to="/register" className={linkClass}>
            {t('auth.register')}
          </Link>
        ) : undefined
      }
    >
      {isOpen ? (
        <Button look="primary" size="lg" className="w-full" busy={state === 'busy'} onClick={() => void confirm()}>
          {t('auth.confirm')}
        </Button>
      ) : (
        <>
          <p role="status" className="mb-5 text-ink-2">
            {t(state === 'done' ? 'auth.verifyDone' : token ? 'auth.linkBad' : 'auth.linkMissing')}
          </p>
          <LinkButton to="/login" look={state === 'done' ? 'primary' : 'secondary'} size="lg" className="w-full">
            {t('auth.toSignIn')}
          </LinkButton>
        </>
      )}
      <p role="alert" className="mt-3 text-center text-danger-ink">
        {failure}
      </p>
    </AuthFrame>
  );
}
