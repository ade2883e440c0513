import { Link, useParams } from '@tanstack/react-router';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ChevronLeft, PackageX, RotateCw, Trash2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { notifications, unwrap } from '@/api/client';
import { asApiError } from '@/api/errors';
import type { DeadLetter } from '@/api/types';
import { useCan } from '@/features/auth/queries';
import { Button, LinkButton } from '@/ui/button';
import { Card } from '@/ui/card';
import { CopyButton } from '@/ui/copy-button';
import { Dialog } from '@/ui/dialog';
import { Page } from '@/ui/page';
import { ErrorPanel } from '@/ui/error-panel';
import { Empty, Loading } from '@/ui/states';
import { DateText, KeyValues } from '@/ui/text';
import { toast } from '@/ui/toast';
import { deadLetterQuery } from './queries';
import { DeadLetterChip } from './state-chip';

export function DeadLetterDetail() {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/shell/dead-letters/$id' });
  const letter = useQuery(deadLetterQuery(id));
  if (letter.data) return <Loaded letter={letter.data} />;
  const status = letter.error ? asApiError(letter.error).status : 0;
  const isGone = status === 404 || status === 400;
  return (
    <Page title={isGone ? t('dead.notFound') : t('dead.one')} above={<Back />}>
      {isGone ? (
        <Empty icon={PackageX} title={t('dead.notFound')} action={<LinkButton to="/dead-letters">{t('dead.toList')}</LinkButton>} />
      ) : letter.error ? (
        <ErrorPanel error={letter.error} onRetry={() => void letter.refetch()} />
      ) : (
        <Loading rows={6} />
      )}
    </Page>
  );
}

function Back() {
  const { t } = useTranslation();
  return (
    <Link to="/dead-letters" className="-ms-1 mb-4 inline-flex min-h-8 items-center gap-1.5 rounded-control pe-2 text-sm font-medium text-ink-2 hover:text-ink pointer-coarse:min-h-11">
      <ChevronLeft aria-hidden className="size-4" />
      {t('dead.title')}
    </Link>
  );
}

/** JSON with line breaks; anything else as it is. */
function readable(value: string): string {
  try {
    return JSON.stringify(JSON.parse(value), null, 2);
  } catch {
    return value;
  }
}

function Loaded({ letter }: { letter: DeadLetter }) {
  const { t } = useTranslation();
  const can = useCan();
  const client = useQueryClient();
  const [asks, setAsks] = useState(false);
  const settle = (text: string) => ({
    onSuccess: (next: DeadLetter) => {
      client.setQueryData(deadLetterQuery(letter.id).queryKey, next);
      void client.invalidateQueries({ queryKey: ['dead-letters', 'list'] });
      toast.done(text);
      setAsks(false);
    },
    onError: (caught: unknown) => {
      const error = asApiError(caught);
      toast.failed(t('error.title'), error.isNetwork ? t('error.network') : error.message, error);
    },
  });
  const params = { params: { path: { id: letter.id } } };
  const replay = useMutation({ mutationFn: () => unwrap(notifications.POST('/api/v1/dead-letters/{id}/replay', params)), ...settle(t('dead.replayed')) });
  const discard = useMutation({ mutationFn: () => unwrap(notifications.POST('/api/v1/dead-letters/{id}/discard', params)), ...settle(t('dead.discarded')) });
  const isOpen = letter.state === 'open' && can('dead_letter', 'replay');
  const text = readable(letter.value);
  const rows: [string, ReactNode][] = [
    [t('dead.topic'), <code key="t" className="text-xs">{letter.topic}</code>],
    [t('dead.partition'), <span key="p" className="num">{letter.partition}</span>],
    [t('dead.offset'), <span key="o" className="num">{letter.offset}</span>],
    ...(letter.event_id ? ([[t('dead.event'), <code key="e" className="text-xs">{letter.event_id}</code>]] as [string, ReactNode][]) : []),
    [t('dead.col.created'), <DateText key="c" at={letter.created_at} />],
    ...(letter.resolved_at ? ([[t('dead.resolved'), <DateText key="r" at={letter.resolved_at} />]] as [string, ReactNode][]) : []),
  ];
  return (
    <Page
      title={t('dead.one')}
      above={<Back />}
      subtitle={<DeadLetterChip state={letter.state} />}
      actions={
        isOpen && (
          <>
            <Button icon={Trash2} look="danger" onClick={() => setAsks(true)}>
              {t('dead.discard')}
            </Button>
            <Button icon={RotateCw} look="primary" busy={replay.isPending} onClick={() => replay.mutate()}>
              {t('dead.replay')}
            </Button>
          </>
        )
      }
    >
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-5">
          <Card title={t('dead.col.error')}>
            <p className="rounded-control bg-danger-soft px-3 py-2 text-danger-ink">{letter.error}</p>
          </Card>
          <Card title={t('dead.value')} aside={<CopyButton text={letter.value} label={t('dead.copyValue')} />}>
            <pre tabIndex={0} aria-label={t('dead.value')} className="max-h-128 overflow-auto rounded-control bg-sunken p-3 text-xs leading-5 whitespace-pre-wrap">
              {text}
            </pre>
          </Card>
        </div>
        <Card title={t('order.details')}>
          <KeyValues rows={rows} />
        </Card>
      </div>
      {asks && (
        <Dialog
          open
          onClose={() => setAsks(false)}
          title={t('dead.discardTitle')}
          description={t('dead.discardHint')}
          footer={
            <>
              <Button size="lg" onClick={() => setAsks(false)}>
                {t('action.cancel')}
              </Button>
              <Button size="lg" look="danger-solid" icon={Trash2} busy={discard.isPending} onClick={() => discard.mutate()}>
                {t('dead.discard')}
              </Button>
            </>
          }
        >
          {null}
        </Dialog>
      )}
    </Page>
  );
}
