/** What apps write: it must compile against the built package, by its public names. */
import { DropArea, QueueFooter, QueueGrid, Uploader, UploaderBox, UploaderProvider, useIntake, type UploaderProps } from 'dropline';
import { createApiClient, createGatewayClient, createUploader, isUploadError, type UploadClient, type UploadItem } from 'dropline/core';
import { createGateway } from 'dropline/gateway';
import { createNodeHandler } from 'dropline/gateway/node';
import { createMessages } from 'dropline/locales/de';
import 'dropline/styles.css';

const client = createGatewayClient({ baseUrl: '/gateway' });

export const whole = <Uploader client={client} locale="pt-BR" />;

export const everything: UploaderProps = {
  client,
  locale: { tag: 'de-AT', createMessages },
  messages: { 'queue.clear': 'Alles weg' },
  limits: { formats: ['jpeg', 'png'], maxBytes: 1_000_000, maxFiles: 10 },
  validate: async (file, facts, signal) => (signal.aborted || file.size === facts.sizeBytes ? null : 'No.'),
  onItemUploaded: (item) => console.log(item.image?.viewerUrl),
  onComplete: ({ uploaded, failed }) => console.log(uploaded.length, failed.length),
  embedTemplates: [{ id: 'rst', label: 'reStructuredText', format: 'text', image: '.. image:: {direct}', video: null }],
  shape: 'button',
  name: 'photos',
  required: true,
};

function AddButton() {
  const { browse } = useIntake();
  return <button onClick={browse}>Add</button>;
}

export const ofParts = (
  <UploaderProvider client={client}>
    <UploaderBox dropScope="box">
      <DropArea />
      <AddButton />
      <QueueGrid onEdit={(id) => console.log(id)} />
      <QueueFooter />
    </UploaderBox>
  </UploaderProvider>
);

/** Every status is a case of its own, and knows what belongs to it. */
export function tell(item: UploadItem): string {
  switch (item.status) {
    case 'uploading':
      return `${item.sentBytes}`;
    case 'failed':
      return item.error.code;
    case 'uploaded':
      return item.image?.url ?? 'no link';
    default:
      return item.status;
  }
}

const own: UploadClient = {
  identity: 'own',
  resend: 'mayDuplicate',
  upload: () => Promise.reject(new Error('not today')),
};

export const headless = createUploader({ client: own, concurrency: 2 });
headless.subscribe(({ ids }) => console.log(ids.length));

export const reason = (thrown: unknown): string | null => (isUploadError(thrown) ? thrown.code : null);
export const direct = createApiClient({ endpoint: 'https://images.example/api/1/upload' });
export const handler = createNodeHandler(createGateway({ upstream: 'https://images.example', apiKey: 'key' }));
