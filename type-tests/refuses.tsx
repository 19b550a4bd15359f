/** What must not compile: each line below is a mistake that somebody would make. */
import { LocaleProvider, Uploader, UploaderProvider } from 'dropline';
import { createGatewayClient, createUploader, type UploadItem } from 'dropline/core';
import { createGateway } from 'dropline/gateway';

const client = createGatewayClient({ baseUrl: '/gateway' });
const uploader = createUploader({ client });

// @ts-expect-error a box without a client has nobody to talk to
export const noClient = <Uploader />;
// @ts-expect-error a language that is not there
export const noLanguage = <LocaleProvider locale="tlh" />;
// @ts-expect-error a format that the API does not know
export const noFormat = <Uploader client={client} limits={{ formats: ['tiff'], maxBytes: 1 }} />;
// @ts-expect-error words for a key that is not there
export const noKey = <Uploader client={client} messages={{ 'queue.cleer': 'x' }} />;
// @ts-expect-error an uploader of the app's own has its client already
export const twoOwners = <UploaderProvider uploader={uploader} client={client} />;
// @ts-expect-error progress is told only while something is sent
export const sent = (item: UploadItem): number => item.sentBytes;
// @ts-expect-error the state is not written to from outside
uploader.getState().ids.push('item-1');
// @ts-expect-error a gateway without a key could as well be left out
createGateway({ upstream: 'https://images.example' });
// @ts-expect-error an answer may be missing: a host can store without telling the address
export const address = (item: Extract<UploadItem, { status: 'uploaded' }>): string | null => item.image.url;
