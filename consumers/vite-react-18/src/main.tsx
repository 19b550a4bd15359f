import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { PartsOfYourOwn } from './PartsOfYourOwn';
import { Upload } from './Upload';

const queryClient = new QueryClient();

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <Upload />
      <PartsOfYourOwn />
    </QueryClientProvider>
  </StrictMode>,
);
