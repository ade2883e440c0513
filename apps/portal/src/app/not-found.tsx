import { FileQuestion } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '@/ui/button';
import { Empty } from '@/ui/states';
import { Page } from '@/ui/page';

export function NotFound() {
  const { t } = useTranslation();
  return (
    <Page title={t('notFound.title')}>
      <Empty icon={FileQuestion} title={t('notFound.hint')} action={<LinkButton to="/">{t('notFound.home')}</LinkButton>} />
    </Page>
  );
}
