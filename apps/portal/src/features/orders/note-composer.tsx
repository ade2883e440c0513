import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orders, unwrap } from '@/api/client';
import { asApiError } from '@/api/errors';
import type { Note, Order } from '@/api/types';
import { useCan, useMe } from '@/features/auth/queries';
import { uuid } from '@/lib/secure';
import { Button } from '@/ui/button';
import { Segmented } from '@/ui/segmented';
import { toast } from '@/ui/toast';
import { notesQuery } from './queries';

/** A note on an order. Staff say whether the customer reads it; it is theirs alone unless they do. */
export function NoteComposer({ order, focus }: { order: Order; focus: number }) {
  const { t } = useTranslation();
  const can = useCan();
  const me = useMe();
  const client = useQueryClient();
  const box = useRef<HTMLTextAreaElement>(null);
  const key = useRef(uuid());
  const [text, setText] = useState('');
  const mayInternal = can('note', 'read_internal');
  const [visibility, setVisibility] = useState<'internal' | 'public'>('internal');
  const shownTo = mayInternal ? visibility : 'public';
  useEffect(() => {
    if (focus > 0) box.current?.focus();
  }, [focus]);
  const write = useMutation({
    mutationFn: () => unwrap(orders.POST('/api/v1/orders/{id}/notes', { params: { path: { id: order.id }, header: { 'Idempotency-Key': key.current } }, body: { text: text.trim(), visibility: shownTo } })),
    onSuccess: (note) => {
      client.setQueryData(notesQuery(order.id).queryKey, (old: Note[] | undefined) => [...(old ?? []).filter((one) => one.id !== note.id), note]);
      key.current = uuid();
      setText('');
    },
    onError: (caught) => {
      const error = asApiError(caught);
      if (!error.isPassing) key.current = uuid();
      toast.failed(t('error.title'), error.isNetwork ? t('error.network') : error.message, error);
    },
  });
  const mayWrite = can('note', 'write') || (can('note', 'write', 'own') && order.customer_id === me?.id);
  if (!mayWrite) return null;
  const submit = () => {
    if (text.trim() && !write.isPending) write.mutate();
  };
  return (
    <form
      className="mb-5 rounded-card border border-control bg-sunken focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-accent"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <textarea
        ref={box}
        rows={2}
        maxLength={2000}
        aria-label={t('note.label')}
        placeholder={t('note.placeholder')}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && (event.ctrlKey || event.metaKey) && submit()}
        className="block w-full resize-y rounded-t-card bg-transparent px-4 pt-3 text-base outline-none"
      />
      <div className="flex flex-wrap items-center justify-between gap-2 p-2.5">
        {mayInternal ? (
          <Segmented
            label={t('note.visibility')}
            value={visibility}
            onChange={setVisibility}
            options={[
              { value: 'internal', label: t('note.internal') },
              { value: 'public', label: t('note.public') },
            ]}
          />
        ) : (
          <span />
        )}
        <Button type="submit" size="sm" busy={write.isPending} disabled={text.trim() === ''}>
          {t('note.add')}
        </Button>
      </div>
    </form>
  );
}
