import { useTranslation } from 'react-i18next';
import type { HistoryEntry, Order } from '@/api/types';
import { useMe } from '@/features/auth/queries';
import { Actor } from './actor';

type Kind = HistoryEntry['action'] | 'note';

/** "Albert Approver approved the order": a whole sentence, said to the reader if it was them. */
export function EventText({ entry, order, kind }: { entry: { actor: HistoryEntry['actor']; action?: HistoryEntry['action'] }; order: Order; kind?: Kind }) {
  const { t } = useTranslation();
  const me = useMe();
  const isMe = entry.actor.id === me?.id;
  const what = kind ?? entry.action ?? 'note';
  return (
    <>
      <strong className="font-semibold">
        <Actor actor={entry.actor} order={order} />
      </strong>{' '}
      <span className="text-ink-2">{t(isMe ? `event.you.${what}` : `event.${what}`)}</span>
    </>
  );
}
