import { QueryClient } from '@tanstack/query-core';
import { describe, expect, it } from 'vitest';
import { UploadError } from '../../shared/UploadError.js';
import { createScriptedClient, settle } from '../testing/scriptedClient.js';
import { IMAGE, itemIn } from '../testing/items.js';
import { createSender } from './createSender.js';

const item = itemIn('uploading', { attempt: 2 });
const call = { signal: new AbortController().signal, idempotencyKey: 'key', onSentBytes: () => {} };

describe('createSender', () => {
  it('shows each attempt in the QueryClient of the app, and takes it out when it ends', async () => {
    const client = createScriptedClient();
    const queryClient = new QueryClient();
    const sender = createSender(client, queryClient);
    const sending = sender.send(item, {}, call);
    const [mutation] = queryClient.getMutationCache().findAll({ mutationKey: ['dropline', 'upload', client.identity] });
    expect(mutation?.state).toMatchObject({ status: 'pending', variables: { fileName: item.source.name, attempt: 2 } });
    await settle();
    await client.calls[0]!.store();
    await sending;
    expect(mutation?.state.status).toBe('success');
    sender.destroy();
    expect(queryClient.getMutationCache().getAll()).toEqual([]);
  });

  it('tries once, whatever the app has set for its own mutations', async () => {
    const client = createScriptedClient();
    const queryClient = new QueryClient({ defaultOptions: { mutations: { retry: 5, networkMode: 'online' } } });
    const sending = createSender(client, queryClient).send(item, {}, call);
    await settle();
    const error = new UploadError('network.lost', { sentBytes: 1, sizeBytes: 100 });
    await client.calls[0]!.fail(error);
    await expect(sending).rejects.toBe(error);
    expect(client.calls).toHaveLength(1);
  });

  it('sends without a QueryClient too', async () => {
    const client = createScriptedClient();
    const sending = createSender(client, undefined).send(item, {}, call);
    await client.calls[0]!.store();
    await expect(sending).resolves.toEqual(IMAGE);
  });
});
