import { GatewayError } from '../GatewayError.js';
import type { GatewayOptions } from '../GatewayOptions.js';
import { checkAuthorized } from '../guard.js';
import { createAlbumWay } from './AlbumWay.js';
import { readDraft, readImageIds, readJson } from './readAlbumRequest.js';

/** @param route below the gateway's path: `/albums` or `/albums/{id}/images` */
export type AnswerAlbums = (request: Request, route: string) => Promise<Response>;

const NO_STORE = { 'Cache-Control': 'no-store' };

/**
 * `GET /albums` lists, `POST /albums` makes one and moves images into it, `POST /albums/{id}/images` moves images.
 *
 * @throws GatewayError when it is refused, or the host refuses it
 */
export function createAlbumsAnswer(options: GatewayOptions, way: NonNullable<GatewayOptions['albums']>): AnswerAlbums {
  const albums = createAlbumWay(options, way);
  return async (request, route) => {
    const { fields } = await checkAuthorized(request, options.authorize);
    // Who may upload into one album only must not move pictures out of it, or see the others.
    if (fields?.album_id !== undefined) throw new GatewayError(403, 'The album is fixed');
    const albumId = /^\/albums\/([^/]+)\/images$/.exec(route)?.[1];
    if (request.method === 'GET' && albumId === undefined)
      return Response.json({ albums: await albums.list(request) }, { headers: NO_STORE });
    if (request.method !== 'POST') throw new GatewayError(405, 'Method not allowed');
    const body = await readJson(request);
    const album =
      albumId === undefined
        ? await albums.create(request, readDraft(body), readImageIds(body))
        : await albums.move(request, decodeId(albumId), readImageIds(body));
    return Response.json({ album }, { headers: NO_STORE });
  };
}

function decodeId(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new GatewayError(404, 'Not found');
  }
}
