import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orders, unwrap } from '@/api/client';
import { asApiError } from '@/api/errors';
import { bytes } from '@/lib/format';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { SelectField } from '@/ui/field';
import { toast } from '@/ui/toast';
import { filterOf } from './queries';
import type { OrderSearch } from './search';

type Rows = 'order' | 'line';

/** All that the list shows, as a file. It is read as it comes, and can be stopped. */
export function ExportDialog({ search, onClose }: { search: OrderSearch; onClose: () => void }) {
  const { t } = useTranslation();
  const [rows, setRows] = useState<Rows>('order');
  const [bom, setBom] = useState(false);
  const [size, setSize] = useState<number | null>(null);
  const abort = useRef<AbortController | null>(null);

  async function save(): Promise<void> {
    const stop = new AbortController();
    abort.current = stop;
    setSize(0);
    try {
      const query = { ...filterOf(search), sort: search.sort ?? ('-created_at' as const), rows, bom };
      const stream = (await unwrap(orders.GET('/api/v1/orders/export.csv', { params: { query }, parseAs: 'stream', signal: stop.signal }))) as unknown as ReadableStream<Uint8Array<ArrayBuffer>>;
      const parts: Uint8Array<ArrayBuffer>[] = [];
      let read = 0;
      const reader = stream.getReader();
      for (let part = await reader.read(); !part.done; part = await reader.read()) {
        parts.push(part.value);
        read += part.value.length;
        setSize(read);
      }
      offer(new Blob(parts, { type: 'text/csv' }), rows === 'order' ? 'orders.csv' : 'order-lines.csv');
      toast.done(t('export.saved'));
      onClose();
    } catch (caught) {
      if (stop.signal.aborted) {
        toast.done(t('export.cancelled'));
        return;
      }
      const error = asApiError(caught);
      toast.failed(t('error.title'), error.isNetwork ? t('error.network') : error.message, error);
    } finally {
      setSize(null);
    }
  }

  const close = () => {
    abort.current?.abort();
    onClose();
  };
  const isBusy = size !== null;
  return (
    <Dialog
      open
      onClose={close}
      title={t('export.title')}
      description={t('export.hint')}
      footer={
        <>
          <Button size="lg" onClick={close}>
            {t('action.cancel')}
          </Button>
          <Button look="primary" size="lg" busy={isBusy} onClick={() => void save()}>
            {t('export.save')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <SelectField label={t('export.rows')} value={rows} disabled={isBusy} onChange={(event) => setRows(event.target.value as Rows)}>
          <option value="order">{t('export.orders')}</option>
          <option value="line">{t('export.lines')}</option>
        </SelectField>
        <label className="flex min-h-9 items-center gap-2.5 pointer-coarse:min-h-11">
          <input type="checkbox" checked={bom} disabled={isBusy} onChange={(event) => setBom(event.target.checked)} className="size-4.5 accent-accent" />
          {t('export.bom')}
        </label>
        {isBusy && (
          <p role="status" className="num text-ink-2">
            {t('export.running', { size: bytes(size) })}
          </p>
        )}
      </div>
    </Dialog>
  );
}

function offer(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken it by then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
