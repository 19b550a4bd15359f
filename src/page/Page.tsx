import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense, useState, type ComponentType, type ReactElement } from 'react';
import { createGatewayClient, createQueueStorage } from '../core.js';
import { LocaleProvider, UploaderBox, UploaderProvider, type Locale } from '../index.js';
import { ConfigProblems } from './ConfigProblems.js';
import { PageBoundary } from './PageBoundary.js';
import { TITLES } from './titles.js';
import { usePopup } from './usePopup.js';

/** Without it the page is whole: when it does not come, nothing is said. */
const PageHistory = lazy(async (): Promise<{ default: ComponentType }> =>
  import('./PageHistory.js').then(
    (loaded) => ({ default: loaded.PageHistory }),
    () => ({ default: () => null }),
  ),
);

/** The standalone page: a name, the box, nothing else. It talks to the gateway that serves it; no key ever comes here. */
export function Page({ locale }: { readonly locale: Locale }): ReactElement {
  const [client] = useState(() => createGatewayClient({ baseUrl: '/gateway', albums: true }));
  const [storage] = useState(() => createQueueStorage({ name: 'page' }));
  const [queryClient] = useState(() => new QueryClient());
  const { insertion, problems } = usePopup();
  return (
    <PageBoundary>
      <QueryClientProvider client={queryClient}>
        <header className="page-header">
          <img src="/icon.svg" alt="" width="28" height="28" />
          <h1>{TITLES[locale]}</h1>
        </header>
        <main className="page-main">
          {problems && <ConfigProblems problems={problems} />}
          <UploaderProvider client={client} storage={storage}>
            <LocaleProvider locale={locale}>
              <UploaderBox insertion={insertion} />
              <Suspense>
                <PageHistory />
              </Suspense>
            </LocaleProvider>
          </UploaderProvider>
        </main>
      </QueryClientProvider>
    </PageBoundary>
  );
}
