import { useQueryClient } from '@tanstack/react-query';
import { CloudOff, WifiOff } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { date } from '@/lib/format';
import { health, useAway, useIsOnline } from '@/lib/health';
import { Banner } from '@/ui/states';

/** What is the matter with the connection or a service, as long as it is. */
export function StateBanners() {
  const { t } = useTranslation();
  const away = useAway();
  const isOnline = useIsOnline();
  const client = useQueryClient();
  useEffect(() => {
    if (away.length === 0) return undefined;
    // Asked until it answers: what the page shows is then loaded anew, and the banner goes.
    const timer = setInterval(() => {
      for (const service of away) {
        void fetch(`/services/${service}/health/ready`)
          .then((answer) => {
            if (!answer.ok) return;
            health.worked(service);
            void client.invalidateQueries({ predicate: (query) => query.meta?.service === service });
          })
          .catch(() => undefined);
      }
    }, 3000);
    return () => clearInterval(timer);
  }, [away, client]);
  const texts = isOnline ? away.map((service) => t(`error.service.${service}`)) : [t('error.offline', { time: date(new Date(health.loadedAt), 'time') })];
  return (
    <div role="status" className="mx-auto max-w-[80rem] px-4 sm:px-8">
      {texts.map((text) => (
        <div key={text} className="pt-4">
          <Banner icon={isOnline ? CloudOff : WifiOff}>{text}</Banner>
        </div>
      ))}
    </div>
  );
}
