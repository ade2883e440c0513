import { useTranslation } from 'react-i18next';
import { Card } from '@/ui/card';
import type { TextKey } from '@/i18n';
import { isBlank, type OrderForm } from './draft';

type Part = 'lines' | 'address' | 'note';
export type Change = { part: Part; one: string; other: string };

const TITLES: Record<Part, TextKey> = { lines: 'form.lines', address: 'form.address', note: 'form.note' };

function texts(form: OrderForm): Record<Part, string> {
  const { address } = form;
  return {
    lines: form.lines
      .filter((line) => !isBlank(line))
      .map((line) => `${line.quantity.trim()} × ${line.name.trim()} (${line.sku.trim()}), ${line.price.trim()} ${form.currency}`)
      .join('\n'),
    address: [address.name, address.line1, address.line2, `${address.postal_code} ${address.city}`, address.region, address.country]
      .map((one) => one.trim())
      .filter(Boolean)
      .join('\n'),
    note: form.note.trim(),
  };
}

/** The parts of two versions that differ. */
export function changesOf(one: OrderForm, other: OrderForm): Change[] {
  const [before, after] = [texts(one), texts(other)];
  return (Object.keys(TITLES) as Part[]).filter((part) => before[part] !== after[part]).map((part) => ({ part, one: before[part], other: after[part] }));
}

/** What was typed and what is there now, side by side. */
export function Changes({ mine, theirs }: { mine: OrderForm; theirs: OrderForm }) {
  const { t } = useTranslation();
  const changes = changesOf(mine, theirs);
  if (changes.length === 0) return null;
  return (
    <Card title={t('conflict.title')}>
      {changes.map(({ part, one, other }) => (
        <div key={part} className="mb-4 last:mb-0">
          <h3 className="mb-1.5 text-sm font-semibold">{t(TITLES[part])}</h3>
          <div className="grid gap-3 sm:grid-cols-2">
            <Side title={t('conflict.mine')} text={one} />
            <Side title={t('conflict.theirs')} text={other} />
          </div>
        </div>
      ))}
    </Card>
  );
}

function Side({ title, text }: { title: string; text: string }) {
  const { t } = useTranslation();
  return (
    <div className="rounded-control bg-sunken px-3 py-2">
      <p className="text-xs text-ink-3">{title}</p>
      <p className="whitespace-pre-line">{text || t('state.none')}</p>
    </div>
  );
}
