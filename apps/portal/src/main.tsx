import { CSPProvider } from '@base-ui/react/csp-provider';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { startTransition, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { session } from './api/session';
import { queryClient } from './app/query';
import { reloadOnceForNewVersion } from './app/reload';
import { startI18n } from './i18n';
import { fetchPageCode, router } from './router';
import './index.css';

reloadOnceForNewVersion();

async function start(): Promise<void> {
  const languages = startI18n();
  fetchPageCode(location.pathname);
  if (session.mayContinue) await session.renew(null).catch(() => false);
  await languages;
  const root = createRoot(document.getElementById('root')!);
  // In small pieces, so that a slow phone answers to touch in between.
  startTransition(() =>
    root.render(
      <StrictMode>
        <CSPProvider disableStyleElements>
          <QueryClientProvider client={queryClient}>
            <RouterProvider router={router} />
          </QueryClientProvider>
        </CSPProvider>
      </StrictMode>,
    ),
  );
}

void start();
