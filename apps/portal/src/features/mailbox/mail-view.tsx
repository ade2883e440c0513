import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Mail } from '@/api/types';
import { Segmented } from '@/ui/segmented';
import { DateText } from '@/ui/text';

export function MailView({ mail }: { mail: Mail }) {
  const { t } = useTranslation();
  const [view, setView] = useState<'html' | 'text'>(mail.html ? 'html' : 'text');
  // Punctuation after a link is not of it.
  const links = [...new Set((mail.text.match(/https?:\/\/[^\s<>"')]+/g) ?? []).map((link) => link.replace(/[.,;:!?]+$/, '')))];
  return (
    <article aria-label={mail.subject} className="overflow-clip rounded-card border border-line bg-surface shadow-card">
      <header className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 border-b border-line px-5 py-4">
        <div className="min-w-0">
          <h2 className="text-lg font-semibold">{mail.subject}</h2>
          <p className="flex flex-wrap gap-x-4 text-ink-2">
            <span>{mail.to}</span>
            <DateText at={mail.received_at} />
          </p>
        </div>
        <Segmented
          label={t('mailbox.view')}
          value={view}
          onChange={setView}
          options={[
            { value: 'html', label: t('mailbox.html') },
            { value: 'text', label: t('mailbox.text') },
          ]}
        />
      </header>
      {view === 'html' ? <HtmlFrame mail={mail} /> : <pre className="px-5 py-4 font-sans whitespace-pre-wrap">{mail.text}</pre>}
      {links.length > 0 && (
        <footer className="border-t border-line bg-sunken px-5 py-3">
          <p className="text-xs font-medium text-ink-3">{t('mailbox.links')}</p>
          <ul>
            {links.map((link) => (
              <li key={link} className="truncate">
                <a href={link} className="inline-flex min-h-6 items-center font-medium text-accent-ink hover:underline pointer-coarse:min-h-11">
                  {link}
                </a>
              </li>
            ))}
          </ul>
        </footer>
      )}
    </article>
  );
}

/** The mail as it was written, in a page of its own that may load nothing and run nothing of the mail. */
function HtmlFrame({ mail }: { mail: Mail }) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [height, setHeight] = useState(320);
  useEffect(() => {
    const listen = (event: MessageEvent) => {
      if (event.source !== frame.current?.contentWindow) return;
      const data = event.data as { ready?: true; height?: number };
      if (data.ready) frame.current?.contentWindow?.postMessage(mail.html, '*');
      if (typeof data.height === 'number') setHeight(Math.min(Math.max(data.height, 120), 2400));
    };
    addEventListener('message', listen);
    return () => removeEventListener('message', listen);
  }, [mail]);
  return <iframe ref={frame} title={mail.subject} src="/mail-frame.html" sandbox="allow-scripts" height={height} className="block w-full bg-paper" />;
}
