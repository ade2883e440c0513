import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { canCopy } from '@/lib/secure';
import { IconButton } from './icon-button';

/** Copies a text; absent where browsers do not allow it. */
export function CopyButton({ text, label, shortcut }: { text: string; label: string; shortcut?: string }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return undefined;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [copied]);
  if (!canCopy()) return null;
  const copy = () => navigator.clipboard.writeText(text).then(() => setCopied(true), () => setCopied(false));
  return (
    <>
      <IconButton icon={copied ? Check : Copy} label={copied ? t('action.copied') : label} onClick={copy} className="size-8" {...(shortcut ? { shortcut } : {})} />
      <span className="sr-only" role="status">
        {copied ? t('action.copied') : ''}
      </span>
    </>
  );
}
