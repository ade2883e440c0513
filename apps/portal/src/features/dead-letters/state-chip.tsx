import { CircleAlert, RotateCw, Trash2, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { DeadLetter } from '@/api/types';
import { Chip, type Tone } from '@/ui/chip';

const LOOKS: Record<DeadLetter['state'], { tone: Tone; icon: LucideIcon }> = {
  open: { tone: 'red', icon: CircleAlert },
  replayed: { tone: 'green', icon: RotateCw },
  discarded: { tone: 'grey', icon: Trash2 },
};

export function DeadLetterChip({ state }: { state: DeadLetter['state'] }) {
  const { t } = useTranslation();
  const { tone, icon } = LOOKS[state];
  return (
    <Chip tone={tone} icon={icon}>
      {t(`dead.state.${state}`)}
    </Chip>
  );
}
