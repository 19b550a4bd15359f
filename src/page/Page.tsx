import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { createGatewayClient, createQueueStorage, createUploadHistory } from '../core.js';
import { HistoryPanel, LocaleProvider, UploaderBox, UploaderProvider, type Locale } from '../index.js';
import { PageBoundary } from './PageBoundary.js';
import { TITLES } from './titles.js';

/** The standalone page: a name, the box, nothing else. It talks to the gateway that serves it; no key ever comes here. */
export function Page({ locale }: { readonly locale: Locale }): ReactElement {
  const [client] = useState(() => createGatewayClient({ baseUrl: '/gateway', albums: true }));
  const [storage] = useState(() => createQueueStorage({ name: 'page' }));
  const [history] = useState(() => createUploadHistory({ name: 'page' }));
  const [queryClient] = useState(() => new QueryClient());
  return (
    <PageBoundary>
      <QueryClientProvider client={queryClient}>
        <header className="page-header">
          <img src="/icon.svg" alt="" width="28" height="28" />
          <h1>{TITLES[locale]}</h1>
        </header>
        <main className="page-main">
          <UploaderProvider client={client} storage={storage}>
            <LocaleProvider locale={locale}>
              <UploaderBox />
              <HistoryPanel history={history} />
            </LocaleProvider>
          </UploaderProvider>
        </main>
      </QueryClientProvider>
    </PageBoundary>
  );
}
