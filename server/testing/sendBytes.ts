import type { StartedServer } from './startServer.js';
import type { Answered } from './upload.js';

export interface BytesAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Null where it was refused, or not answered in JSON. */
  readonly image: (Answered & { readonly url: string }) | null;
  readonly code: unknown;
}

/** Uploads any bytes under any name and type. */
export async function sendBytes(
  { url, apiKey }: Pick<StartedServer, 'url' | 'apiKey'>,
  bytes: Uint8Array<ArrayBuffer>,
  { name = 'file', type = 'application/octet-stream', format = 'json' }: { name?: string; type?: string; format?: string } = {},
): Promise<BytesAnswer> {
  const body = new FormData();
  body.append('format', format);
  body.append('source', new File([bytes], name, { type }));
  const init = { method: 'POST', headers: { 'X-API-Key': apiKey }, body, redirect: 'manual' } as const;
  const response = await fetch(`${url}/api/1/upload`, init);
  const text = await response.text();
  const json = (text.startsWith('{') ? JSON.parse(text) : {}) as { image?: BytesAnswer['image']; error?: { code: unknown } };
  return { status: response.status, headers: response.headers, text, image: json.image ?? null, code: json.error?.code ?? null };
}
