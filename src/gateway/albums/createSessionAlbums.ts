import type { Album, AlbumDraft } from '../../api/contract.js';
import { GatewayError } from '../GatewayError.js';
import type { AlbumsOption } from '../GatewayOptions.js';
import type { AlbumWay } from './AlbumWay.js';
import { refusalOf } from './askHost.js';
import { createHostSession, type JsonFields } from './createHostSession.js';
import { readAlbum } from './readAlbum.js';

/** Albums of any host of this API by its `/json`, as the site's own pages make them. */
export function createSessionAlbums(upstream: string, { session, list }: Exclude<AlbumsOption, 'key'>): AlbumWay {
  const host = createHostSession(upstream, session);
  async function file(action: string, fields: JsonFields): Promise<Album> {
    const { reply, secrets } = await host.ask(action, [['type', 'images'], ...fields]);
    if (reply.status !== 200) throw refusalOf(reply, secrets);
    const answered = (reply.json as { album?: unknown } | null | undefined)?.album;
    const album = readAlbum(answered, upstream);
    if (album) return album;
    // Status 200 and an album without an id is how the host says that there is none.
    throw answered === undefined ? refusalOf(reply, secrets) : new GatewayError(400, "The album doesn't exist");
  }
  return {
    async list() {
      if (!list) throw new GatewayError(404, 'The host cannot list its albums');
      return list();
    },
    create: (_request, draft, imageIds) => file('create-album', [...draftFields(draft), ...idFields(imageIds)]),
    move: (_request, albumId, imageIds) => file('move', [['album[new]', 'false'], ['album[id]', albumId], ...idFields(imageIds)]),
  };
}

const idFields = (imageIds: readonly string[]): JsonFields => imageIds.map((id) => ['album[ids][]', id]);

function draftFields({ name, description, privacy, password, parentId }: AlbumDraft): JsonFields {
  return [
    ['album[new]', 'true'],
    ['album[name]', name],
    // The host fails without it, even when it is empty.
    ['album[description]', description],
    ['album[privacy]', privacy],
    ...(password === undefined ? [] : [['album[password]', password] as const]),
    ...(parentId === undefined ? [] : [['album[parent_id]', parentId] as const]),
  ];
}
