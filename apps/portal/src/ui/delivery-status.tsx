import { Ban, CircleCheck, CircleHelp, CircleX, Clock3, Hourglass, RotateCw, Send, Skull, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { DeliveryStatus } from '@/api/types';
import { Chip, type Tone } from './chip';

const LOOKS: Record<DeliveryStatus, { tone: Tone; icon: LucideIcon }> = {
  queued: { tone: 'grey', icon: Clock3 },
  sending: { tone: 'blue', icon: Send },
  retrying: { tone: 'amber', icon: RotateCw },
  sent: { tone: 'green', icon: CircleCheck },
  failed: { tone: 'red', icon: CircleX },
  dead: { tone: 'red', icon: Skull },
  unknown: { tone: 'amber', icon: CircleHelp },
  expired: { tone: 'grey', icon: Hourglass },
  cancelled: { tone: 'grey', icon: Ban },
};

export function DeliveryChip({ status, prefix }: { status: DeliveryStatus; prefix?: string }) {
  const { t } = useTranslation();
  const { tone, icon } = LOOKS[status];
  const label = t(`delivery.${status}`);
  return (
    <Chip tone={tone} icon={icon}>
      {prefix ? `${prefix} · ${label}` : label}
    </Chip>
  );
}
