import { CircleAlert, CircleCheck, Lock, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Account } from '@/api/types';
import { Chip, type Tone } from './chip';

const LOOKS: Record<Account['state'], { tone: Tone; icon: LucideIcon }> = {
  active: { tone: 'green', icon: CircleCheck },
  pending: { tone: 'amber', icon: CircleAlert },
  locked: { tone: 'red', icon: Lock },
};

export function AccountStateChip({ state }: { state: Account['state'] }) {
  const { t } = useTranslation();
  const { tone, icon } = LOOKS[state];
  return (
    <Chip tone={tone} icon={icon}>
      {t(`users.state.${state}`)}
    </Chip>
  );
}
