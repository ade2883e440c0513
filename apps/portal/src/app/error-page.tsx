import { useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { RotateCw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '@/api/errors';
import { Button } from '@/ui/button';
import { Page } from '@/ui/page';
import { Empty } from '@/ui/states';

/** What a page shows in place of itself when it failed: the shell around it keeps working. */
export function ErrorPage({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation();
  const router = useRouter();
  if (error instanceof ApiError) {
    return (
      <Page title={t('error.title')}>
        <Empty icon={RotateCw} title={t('error.title')} action={<Button onClick={() => void router.invalidate().then(reset)}>{t('action.retry')}</Button>}>
          {error.isNetwork ? t('error.network') : [error.message, error.problem.request_id].filter(Boolean).join(' · ')}
        </Empty>
      </Page>
    );
  }
  return (
    <Page title={t('error.render')}>
      <Empty
        icon={RotateCw}
        title={t('error.render')}
        action={
          <Button look="primary" onClick={() => location.reload()}>
            {t('action.reload')}
          </Button>
        }
      >
        {t('error.renderHint')}
      </Empty>
    </Page>
  );
}
