import type { QueryClient } from '@tanstack/query-core';
import type { StoredImage, UploadOptions } from '../../api/contract.js';
import type { UploadCallOptions, UploadClient, UploadSource } from '../../api/UploadClient.js';
import { MEDIA_FORMAT_FACTS, type MediaFormat } from '../../shared/mediaFormat.js';
import { UploadError } from '../../shared/UploadError.js';
import type { Source, UploadItem } from '../item.js';
import { wireName } from './wireName.js';

export interface Sender {
  /** One attempt to send one item, as one mutation where the app has a QueryClient, so that it and its devtools see it. Rejects as `UploadClient.upload` does. */
  send(item: UploadItem, options: UploadOptions, call: UploadCallOptions): Promise<StoredImage>;
  /** Takes what is left of its mutations out of the app's cache. */
  destroy(): void;
}

/** Long enough to be seen in the devtools, short enough to hold nothing: a mutation keeps names and results, never the file. */
const GC_TIME_MS = 10_000;

export interface AttemptVariables {
  readonly fileName: string;
  readonly attempt: number;
}

/** The library's own retries stop in an unfocused tab and offline, so they are off: when to try again is `retryPlan`'s. */
export function createSender(client: UploadClient, queryClient: QueryClient | undefined): Sender {
  const upload: Sender['send'] = async ({ source, format }, options, call) => client.upload(toUploadSource(source, format), options, call);
  if (!queryClient) return { send: upload, destroy: () => {} };
  const cache = queryClient.getMutationCache();
  const meta = { sender: Symbol('dropline') };
  return {
    send(item, options, call) {
      const mutation = cache.build<StoredImage, Error, AttemptVariables, unknown>(queryClient, {
        mutationKey: ['dropline', 'upload', client.identity],
        mutationFn: () => upload(item, options, call),
        retry: false,
        networkMode: 'always',
        gcTime: GC_TIME_MS,
        meta,
      });
      return mutation.execute({ fileName: item.source.name, attempt: 'attempt' in item ? item.attempt : 1 });
    },
    destroy() {
      for (const mutation of cache.findAll({ predicate: (each) => each.meta?.['sender'] === meta.sender })) {
        cache.remove(mutation);
        // Removing alone leaves the timer that would have removed it.
        mutation.destroy();
      }
    },
  };
}

/** The true type goes with the bytes: browsers know a type by the name only, and a video part without one is refused. */
function toUploadSource(source: Source, format: MediaFormat | null): UploadSource {
  switch (source.kind) {
    case 'url':
      return { kind: 'url', url: source.url };
    case 'missing':
      throw new UploadError('file.unreadable', { hostMessage: '' });
    case 'file': {
      const mimeType = format ? MEDIA_FORMAT_FACTS[format].mimeType : source.file.type;
      return { kind: 'file', blob: source.file, name: wireName(source.name, format), mimeType };
    }
  }
}
