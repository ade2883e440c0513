import { Ban, Check, CircleX, Clock3, MessageSquare, PackageCheck, PackageX, Pencil, ShoppingCart, Truck, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { HistoryEntry, Note, Order } from '@/api/types';
import { useCan } from '@/features/auth/queries';
import type { TextKey } from '@/i18n';
import { Card } from '@/ui/card';
import { Chip } from '@/ui/chip';
import { Ago } from '@/ui/text';
import { TraceLink } from '@/ui/trace-link';
import { EventText } from './event-text';
import { NoteComposer } from './note-composer';

const ICONS: Record<HistoryEntry['action'], LucideIcon> = {
  create: ShoppingCart,
  amend: Pencil,
  approve: Check,
  reject: CircleX,
  cancel: Ban,
  ship: Truck,
  deliver: PackageCheck,
  abort: PackageX,
  expire: Clock3,
};

type Item = { at: string; entry: HistoryEntry } | { at: string; note: Note };

/** What happened and what was said, the newest first. */
export function Timeline({ order, history, notes, noteFocus }: { order: Order; history: HistoryEntry[]; notes: Note[]; noteFocus: number }) {
  const { t } = useTranslation();
  const seesTraces = useCan()('system', 'read');
  const items: Item[] = [...history.map((entry) => ({ at: entry.at, entry })), ...notes.map((note) => ({ at: note.created_at, note }))];
  items.sort((one, other) => other.at.localeCompare(one.at));
  return (
    <Card title={t('order.timeline')}>
      <NoteComposer order={order} focus={noteFocus} />
      <ol className="flex flex-col">
        {items.map((item, index) => (
          <li key={'entry' in item ? `v${item.entry.version}` : item.note.id} className="relative flex gap-3.5 pb-5 last:pb-0">
            {index < items.length - 1 && <span aria-hidden className="absolute start-4 top-9 bottom-1 w-px bg-line" />}
            <Mark icon={'entry' in item ? ICONS[item.entry.action] : MessageSquare} />
            <div className="min-w-0 flex-1 pt-1.5">
              <div className="flex flex-wrap items-baseline justify-between gap-x-4">
                <p className="min-w-0">
                  {'entry' in item ? <EventText entry={item.entry} order={order} /> : <EventText entry={{ actor: item.note.author }} order={order} kind="note" />}
                </p>
                <span className="flex shrink-0 gap-3 text-xs">
                  {seesTraces && 'entry' in item && <TraceLink trace={item.entry.trace_id} />}
                  <Ago at={item.at} className="text-ink-3" />
                </span>
              </div>
              {'entry' in item ? <Said reason={item.entry.reason} note={item.entry.note} /> : <NoteText note={item.note} />}
            </div>
          </li>
        ))}
      </ol>
    </Card>
  );
}

function Mark({ icon: Icon }: { icon: LucideIcon }) {
  return (
    <span aria-hidden className="inline-flex size-8 shrink-0 items-center justify-center rounded-full border border-line bg-surface text-ink-2">
      <Icon className="size-4" />
    </span>
  );
}

function Said({ reason, note }: { reason: string | null; note: string | null }) {
  const { t, i18n } = useTranslation();
  if (!reason && !note) return null;
  const key = `reason.${reason}`;
  return (
    <div className="mt-1.5 rounded-control bg-sunken px-3 py-2 whitespace-pre-line">
      {reason && <p>{i18n.exists(key) ? t(key as TextKey) : reason}</p>}
      {note && <p className="text-ink-2">{note}</p>}
    </div>
  );
}

function NoteText({ note }: { note: Note }) {
  const { t } = useTranslation();
  const isInternal = note.visibility === 'internal';
  return (
    <div className="mt-1.5 rounded-control bg-sunken px-3 py-2">
      {isInternal && <Chip tone="amber">{t('note.internal')}</Chip>}
      <p className={isInternal ? 'mt-1.5 whitespace-pre-line' : 'whitespace-pre-line'}>{note.text}</p>
    </div>
  );
}
