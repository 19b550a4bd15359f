import type { StoredImage, UploadOptions } from '../../api/contract.js';
import type { UploadCallOptions, UploadClient, UploadSource } from '../../api/UploadClient.js';
import type { UploadError } from '../../shared/UploadError.js';
import { IMAGE } from './items.js';

/** One call of `upload` that a test answers by hand. */
export interface ScriptedCall extends UploadCallOptions {
  readonly source: UploadSource;
  readonly options: UploadOptions;
  store(image?: StoredImage): Promise<void>;
  fail(error: UploadError): Promise<void>;
}

export interface ScriptedClient extends UploadClient {
  /** All calls so far, answered ones included. */
  readonly calls: readonly ScriptedCall[];
  openCount(): number;
  isOpen(call: ScriptedCall): boolean;
}

/** Lets promises that are settled run their followers. */
export const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
};

/** A client without a network: its calls stay open until the test answers them, and reject when aborted. */
export function createScriptedClient(resend: UploadClient['resend'] = 'idempotent'): ScriptedClient {
  const calls: ScriptedCall[] = [];
  const open = new Set<ScriptedCall>();
  return {
    identity: 'scripted',
    resend,
    calls,
    openCount: () => open.size,
    isOpen: (call) => open.has(call),
    upload: (source, options, callOptions) =>
      new Promise((resolve, reject) => {
        const end = (act: () => void) => (): Promise<void> => {
          open.delete(call);
          act();
          return settle();
        };
        const call: ScriptedCall = {
          ...callOptions,
          source,
          options,
          store: (image = IMAGE) => end(() => resolve(image))(),
          fail: (error) => end(() => reject(error))(),
        };
        calls.push(call);
        open.add(call);
        callOptions.signal.addEventListener('abort', () => void end(() => reject(callOptions.signal.reason))());
      }),
  };
}
