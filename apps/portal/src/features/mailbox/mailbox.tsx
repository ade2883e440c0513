import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { ChevronLeft, MailOpen, MailQuestion } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Mail } from '@/api/types';
import { Button } from '@/ui/button';
import { useIsDesk } from '@/ui/media';
import { Page } from '@/ui/page';
import { SearchBox } from '@/ui/search-box';
import { ErrorPanel } from '@/ui/error-panel';
import { Empty, Loading } from '@/ui/states';
import { Ago } from '@/ui/text';
import { MailView } from './mail-view';
import { mailQuery, mailsQuery } from './queries';

/** The mails that were kept instead of being sent: a list, and beside it the one that is read. */
export function Mailbox() {
  const { t } = useTranslation();
  const search = useSearch({ from: '/shell/mailbox' });
  const navigate = useNavigate();
  const isDesk = useIsDesk();
  const address = search.to && /^\S+@\S+$/.test(search.to) ? search.to : undefined;
  const list = useInfiniteQuery(mailsQuery(address));
  const mails = list.data?.pages.flatMap((page) => page.items);
  const shown = search.mail ?? (isDesk ? mails?.[0]?.id : undefined);
  const showsList = isDesk || !search.mail;
  return (
    <Page title={t('mailbox.title')} subtitle={t('mailbox.hint')}>
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 lg:grid-cols-[22rem_minmax(0,1fr)]">
        {showsList && (
          <section aria-label={t('mailbox.list')} className="overflow-clip rounded-card border border-line bg-surface shadow-card">
            <div className="p-2.5">
              <SearchBox label={t('mailbox.toSearch')} value={search.to ?? ''} maxLength={254} wide onFind={(to) => void navigate({ to: '/mailbox', search: to ? { to } : {}, replace: true })} />
            </div>
            {list.error && !mails ? (
              <ErrorPanel error={list.error} onRetry={() => void list.refetch()} />
            ) : !mails ? (
              <Loading rows={6} />
            ) : mails.length === 0 ? (
              <Empty icon={MailQuestion} title={t('mailbox.empty')}>
                {t('mailbox.emptyHint')}
              </Empty>
            ) : (
              <Rows mails={mails} shown={shown} to={search.to} />
            )}
            {list.hasNextPage && (
              <div className="border-t border-line p-3 text-center">
                <Button size="sm" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
                  {t('mailbox.more')}
                </Button>
              </div>
            )}
          </section>
        )}
        {shown ? (
          // Beside the list it stays in sight, however far down the list one is.
          <div role="region" aria-label={t('mailbox.mail')} tabIndex={isDesk ? 0 : undefined} className="min-w-0 rounded-card lg:sticky lg:top-8 lg:max-h-[calc(100dvh-4rem)] lg:overflow-y-auto">
            {!isDesk && (
              <Link to="/mailbox" search={search.to ? { to: search.to } : {}} className="mb-3 inline-flex min-h-11 items-center gap-1.5 font-medium text-ink-2">
                <ChevronLeft aria-hidden className="size-4" />
                {t('mailbox.back')}
              </Link>
            )}
            <One id={shown} />
          </div>
        ) : (
          isDesk && <Empty icon={MailOpen} title={t('mailbox.choose')} />
        )}
      </div>
    </Page>
  );
}

function Rows({ mails, shown, to }: { mails: Mail[]; shown: string | undefined; to: string | undefined }) {
  const isDesk = useIsDesk();
  return (
    <ul className="border-t border-line">
      {mails.map((mail) => (
        <li key={mail.id} data-row className="relative border-b border-line last:border-b-0 hover:bg-hover has-[[aria-current=page]]:bg-accent-soft">
          <Link
            to="/mailbox"
            search={{ ...(to ? { to } : {}), mail: mail.id }}
            aria-current={mail.id === shown ? 'page' : undefined}
            activeOptions={{ exact: true, includeSearch: true }}
            resetScroll={!isDesk}
            className="block px-4 py-3 focus-visible:-outline-offset-2"
          >
            <span className="flex items-baseline justify-between gap-3">
              <span className="min-w-0 truncate text-xs text-ink-2">{mail.to}</span>
              <Ago at={mail.received_at} className="shrink-0 text-xs text-ink-3" />
            </span>
            <span className="mt-0.5 line-clamp-2 font-medium">{mail.subject}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

function One({ id }: { id: string }) {
  const mail = useQuery(mailQuery(id));
  if (mail.data) return <MailView key={id} mail={mail.data} />;
  return mail.error ? <ErrorPanel error={mail.error} onRetry={() => void mail.refetch()} /> : <Loading rows={6} />;
}
