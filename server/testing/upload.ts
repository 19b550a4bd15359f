import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { StartedServer } from './startServer.js';

const MEDIA = resolve(import.meta.dirname, '../../fixtures/media');

export const readFixture = (name: string): Buffer<ArrayBuffer> => readFileSync(resolve(MEDIA, name));

export interface UploadRequest {
  /** A fixture's name. Default `a.png`; null sends no file. */
  readonly file?: string | null;
  /** Of the part. Default: what a browser would say. */
  readonly type?: string;
  /** Instead of the fixture's own. */
  readonly fileName?: string;
  readonly fields?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Default: the administrator's. */
  readonly key?: string;
}

const VIDEO_TYPES: Readonly<Record<string, string>> = { mov: 'video/quicktime', mp4: 'video/mp4', webm: 'video/webm' };

/** Sends one upload as a client does. */
export function send(server: StartedServer, request: UploadRequest = {}): Promise<Response> {
  const { file = 'a.png', fields = {}, headers = {}, key = server.apiKey } = request;
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  if (file !== null) {
    const type = request.type ?? VIDEO_TYPES[file.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
    body.append('source', new File([readFixture(file)], request.fileName ?? file, { type }));
  }
  const init = { method: 'POST', body, headers: { 'X-API-Key': key, ...headers }, redirect: 'manual' } as const;
  return fetch(`${server.url}/api/1/upload`, init);
}

/** The `image` that tests look at; the conformance test holds all of its keys. */
export interface Answered {
  readonly name: string;
  readonly extension: string;
  readonly filename: string;
  readonly size: number;
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly description: string | null;
  readonly date_gmt: string;
  readonly tags_string: string;
  readonly nsfw: number;
  readonly md5: string;
  readonly source_md5: string | null;
  readonly category_id: number | null;
  readonly expiration_date_gmt: string | null;
  readonly is_animated: number;
  readonly is_approved: number;
  readonly duration: number;
  readonly type: string;
  readonly id_encoded: string;
  readonly mime: string;
  readonly url?: string;
  readonly ratio: number;
  readonly thumb: { readonly url: string; readonly size: number };
  readonly medium: { readonly url: string | null };
  readonly url_frame: string;
  readonly url_viewer: string;
  readonly delete_url: string;
}

/** Uploads and expects that it is taken. */
export async function store(server: StartedServer, request: UploadRequest = {}): Promise<Answered & { readonly url: string }> {
  const response = await send(server, request);
  const json = (await response.json()) as { image?: Answered & { url: string } };
  if (!json.image) throw new Error(`The upload was refused: ${JSON.stringify(json)}`);
  return json.image;
}

/** Uploads and expects that it is refused. */
export async function refusal(
  server: StartedServer,
  request: UploadRequest = {},
): Promise<{ status: number; code: unknown; message: string }> {
  const response = await send(server, request);
  const json = (await response.json()) as { error?: { code: unknown; message: string } };
  if (!json.error) throw new Error('The upload was taken.');
  return { status: response.status, ...json.error };
}
