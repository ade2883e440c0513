import { Ban, CircleCheck, CircleX, Clock3, PackageCheck, Truck, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { OrderStatus } from '@/api/types';
import type { TextKey } from '@/i18n';
import { Chip, type Tone } from './chip';

type Look = { tone: Tone; icon: LucideIcon; label: TextKey };

/** The one table from an order's status to how it looks. */
export const STATUS: Record<OrderStatus, Look> = {
  CREATED: { tone: 'amber', icon: Clock3, label: 'status.CREATED' },
  APPROVED: { tone: 'blue', icon: CircleCheck, label: 'status.APPROVED' },
  SHIPPED: { tone: 'violet', icon: Truck, label: 'status.SHIPPED' },
  DELIVERED: { tone: 'green', icon: PackageCheck, label: 'status.DELIVERED' },
  REJECTED: { tone: 'red', icon: CircleX, label: 'status.REJECTED' },
  CANCELLED: { tone: 'grey', icon: Ban, label: 'status.CANCELLED' },
};
export const STATUSES = Object.keys(STATUS) as OrderStatus[];

export function StatusChip({ status }: { status: OrderStatus }) {
  const { t } = useTranslation();
  const { tone, icon, label } = STATUS[status];
  return (
    <Chip tone={tone} icon={icon}>
      {t(label)}
    </Chip>
  );
}
