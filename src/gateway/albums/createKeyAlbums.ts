import type { Album } from '../../api/contract.js';
import type { GatewayOptions } from '../GatewayOptions.js';
import { upstreamHeaders } from '../upstreamHeaders.js';
import type { AlbumWay } from './AlbumWay.js';
import { askHost, refusalOf } from './askHost.js';
import { readAlbum } from './readAlbum.js';

/** Albums of an upstream of ours, which has them at `/api/1/albums` under the API key. */
export function createKeyAlbums(options: GatewayOptions): AlbumWay {
  const { upstream, apiKey } = options;
  async function ask<T>(request: Request, path: string, body: unknown, read: (json: unknown) => T | null): Promise<T> {
    const headers = upstreamHeaders(request, options);
    const init = body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) };
    if (body !== undefined) headers.set('Content-Type', 'application/json');
    const reply = await askHost(new URL(`/api/1/albums${path}`, upstream), init);
    const result = reply.status === 200 || reply.status === 201 ? read(reply.json) : null;
    if (result === null) throw refusalOf(reply, [apiKey]);
    return result;
  }
  const readOne = (json: unknown): Album | null => readAlbum(fieldOf(json, 'album'), upstream);
  return {
    list: (request) =>
      ask(request, '', undefined, (json) => {
        const list = fieldOf(json, 'albums');
        return Array.isArray(list) ? list.map((each: unknown) => readAlbum(each, upstream)).filter((album) => album !== null) : null;
      }),
    create: (request, draft, imageIds) => ask(request, '', { ...draft, imageIds }, readOne),
    move: (request, albumId, imageIds) => ask(request, `/${encodeURIComponent(albumId)}/images`, { imageIds }, readOne),
  };
}

const fieldOf = (json: unknown, name: string): unknown =>
  typeof json === 'object' && json !== null ? (json as Record<string, unknown>)[name] : undefined;
