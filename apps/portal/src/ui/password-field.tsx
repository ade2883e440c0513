import { Eye, EyeOff } from 'lucide-react';
import { useState, type ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { TextField } from '@/ui/field';

export function PasswordField(props: Omit<ComponentProps<typeof TextField>, 'type' | 'end'>) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(false);
  const label = t(shown ? 'auth.hidePassword' : 'auth.showPassword');
  const Icon = shown ? EyeOff : Eye;
  const toggle = (
    <button type="button" aria-label={label} title={label} onClick={() => setShown(!shown)} className="inline-flex size-9 items-center justify-center rounded-control text-ink-2 hover:bg-hover hover:text-ink pointer-coarse:size-11">
      <Icon aria-hidden className="size-4.5" />
    </button>
  );
  return <TextField {...props} type={shown ? 'text' : 'password'} maxLength={200} end={toggle} />;
}
