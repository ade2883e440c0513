import { useQuery } from '@tanstack/react-query';
import { ExternalLink } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Order } from '@/api/types';
import { useCan } from '@/features/auth/queries';
import { countryName } from '@/lib/format';
import type { TextKey } from '@/i18n';
import { Card } from '@/ui/card';
import { DateText, KeyValues } from '@/ui/text';
import type { ReactNode } from 'react';
import { Actor } from './actor';
import { CustomerName } from './customer';
import { historyQuery } from './queries';
import { trackingLink } from './tracking';

export function Aside({ order }: { order: Order }) {
  const { t, i18n } = useTranslation();
  const reason = order.reason ? (i18n.exists(`reason.${order.reason}`) ? t(`reason.${order.reason}` as TextKey) : order.reason) : null;
  return (
    <aside className="flex min-w-0 flex-col gap-5">
      {reason && (
        <Card title={t('order.reasonLabel')}>
          <p>{reason}</p>
        </Card>
      )}
      {order.note && (
        <Card title={t('order.wish')}>
          <p className="whitespace-pre-line">{order.note}</p>
        </Card>
      )}
      <AddressCard order={order} />
      <ShipmentCard order={order} />
      <Details order={order} />
    </aside>
  );
}

function AddressCard({ order }: { order: Order }) {
  const { t } = useTranslation();
  const { name, line1, line2, postal_code, city, region, country } = order.shipping_address;
  return (
    <Card title={t('order.address')}>
      <address className="not-italic leading-6">
        <span className="block font-medium">{name}</span>
        <span className="block">{line1}</span>
        {line2 && <span className="block">{line2}</span>}
        <span className="block">
          {postal_code} {city}
        </span>
        {region && <span className="block">{region}</span>}
        <span className="block">{countryName(country)}</span>
      </address>
    </Card>
  );
}

function ShipmentCard({ order }: { order: Order }) {
  const { t } = useTranslation();
  const shipment = order.shipment;
  if (!shipment) {
    return (
      <Card title={t('order.shipment')}>
        <p className="text-ink-3">{t('order.notShipped')}</p>
      </Card>
    );
  }
  const link = trackingLink(shipment.carrier, shipment.tracking_number);
  const rows: [string, ReactNode][] = [
    [t('order.carrier'), shipment.carrier],
    ...(shipment.tracking_number ? ([[t('order.tracking'), shipment.tracking_number]] as [string, ReactNode][]) : []),
    [t('order.shippedAt'), <DateText key="s" at={shipment.shipped_at} />],
    ...(order.delivered_at ? ([[t('order.deliveredAt'), <DateText key="d" at={order.delivered_at} />]] as [string, ReactNode][]) : []),
  ];
  return (
    <Card title={t('order.shipment')}>
      <KeyValues rows={rows} />
      {link && (
        <a href={link} target="_blank" rel="noreferrer" className="mt-3 inline-flex items-center gap-1.5 font-medium text-accent-ink hover:underline">
          {t('order.track')}
          <ExternalLink aria-hidden className="size-3.5" />
        </a>
      )}
    </Card>
  );
}

function Details({ order }: { order: Order }) {
  const { t } = useTranslation();
  const can = useCan();
  const isStaff = can('order', 'read');
  const placed = useQuery(historyQuery(order.id)).data?.find((entry) => entry.action === 'create');
  const rows: [string, ReactNode][] = [
    ...(isStaff && order.customer.name ? ([[t('order.customer'), <CustomerName key="c" order={order} />]] as [string, ReactNode][]) : []),
    ...(isStaff && placed && order.created_by !== order.customer_id ? ([[t('order.createdBy'), <Actor key="b" actor={placed.actor} order={order} />]] as [string, ReactNode][]) : []),
    [t('order.updated'), <DateText key="u" at={order.updated_at} />],
    [t('order.version'), <span key="v" className="num">{order.version}</span>],
  ];
  return (
    <Card title={t('order.details')}>
      <KeyValues rows={rows} />
    </Card>
  );
}
